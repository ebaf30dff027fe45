package org.dipscope.app.inference;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The fit of the model: numbers on the left, pulls, correlations and scans on the right. */
final class FitPage implements Page {
  private static final double NUMBERS_SHARE = 0.42;

  private final FitViewModel fit;
  private final FitNumbersView numbers;
  private final FitFiguresView figures;
  private final VBox content;
  private final Subscription follow;

  FitPage(PageParts parts, FitViewModel fit) {
    this.fit = fit;
    numbers = new FitNumbersView(parts, fit);
    figures = new FitFiguresView(parts, fit);
    SplitPane body = new SplitPane(numbers, figures);
    body.setDividerPositions(NUMBERS_SHARE);
    VBox.setVgrow(body, Priority.ALWAYS);
    content = new VBox(body);
    content.setId("fit-page");
    follow =
        body.widthProperty()
            .subscribe(
                (before, now) -> {
                  if (before.doubleValue() * NUMBERS_SHARE < numbers.getMinWidth()) {
                    body.setDividerPositions(NUMBERS_SHARE); // it was hidden, and no share yet
                  }
                });
  }

  /** What is drawn. */
  FitFiguresView figures() {
    return figures;
  }

  @Override
  public String name() {
    return "Fit";
  }

  @Override
  public Node content() {
    return content;
  }

  @Override
  public void setVisible(boolean visible) {
    fit.setVisible(visible);
    figures.setSeen(visible);
  }

  @Override
  public void close() {
    follow.unsubscribe();
    numbers.close();
    figures.close();
  }
}
