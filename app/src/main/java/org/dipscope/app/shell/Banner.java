package org.dipscope.app.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.dipscope.app.support.Icon;
import org.dipscope.app.support.ProblemSink;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * The place for problems: one line above the views with what happened and what to do. A repeated
 * problem is counted, not shown again.
 */
public final class Banner extends HBox implements ProblemSink {
  private final Label text = new Label();
  private String current = "";
  private int count;

  Banner() {
    getStyleClass().add("banner");
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    setHgrow(text, Priority.ALWAYS);
    Button close = Icon.CLOSE.on(new Button(), "Close this message");
    close.setOnAction(event -> clear());
    getChildren().addAll(Icon.WARNING.node(), text, close);
    clear();
  }

  @Override
  public void report(String origin, Throwable failure) {
    String message =
        failure instanceof ProblemException known
            ? sentence(known.problem())
            : "%s failed: %s".formatted(origin, describe(failure));
    count = message.equals(current) ? count + 1 : 1;
    current = message;
    text.setText(count > 1 ? "%s (%d times)".formatted(message, count) : message);
    setVisible(true);
    setManaged(true);
  }

  /** What is shown, empty if nothing is. */
  public String shownText() {
    return isVisible() ? text.getText() : "";
  }

  /** Takes the message away. */
  public void clear() {
    current = "";
    count = 0;
    setVisible(false);
    setManaged(false);
  }

  private static String sentence(Problem problem) {
    return (problem.message() + " " + problem.hint()).strip();
  }

  private static String describe(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }
}
