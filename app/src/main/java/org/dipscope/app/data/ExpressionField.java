package org.dipscope.app.data;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Subscription;
import org.dipscope.core.event.Completion;
import org.jspecify.annotations.Nullable;

/**
 * A field for an expression: proposes names while one is being typed, and says below what is wrong
 * at which character. A click on that message goes there.
 */
final class ExpressionField extends VBox implements AutoCloseable {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
  private static final Pattern CHARACTER = Pattern.compile("^Character (\\d+):");
  private static final double ROW = 24;
  private static final int ROWS = 8;
  private static final double NARROW = 320;
  private static final double WIDE = 520;

  private final TextField field = new TextField();
  private final Label message = new Label();
  private final ListView<Completion.Suggestion> list = new ListView<>();
  private final Popup popup = new Popup();
  private final Proposals proposals;
  private final StringProperty text;
  private Subscription subscriptions = Subscription.EMPTY;
  private boolean typed;
  private Completion completion = new Completion(0, 0, List.of());

  /** Proposes words. */
  @FunctionalInterface
  interface Proposals {
    Completion at(String text, int caret);
  }

  ExpressionField(
      String prompt, StringProperty text, StringProperty complaint, Proposals proposals) {
    this.proposals = proposals;
    this.text = text;
    setMinWidth(0);
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    field.getStyleClass().add("expression");
    field.setMinWidth(0);
    field.textProperty().bindBidirectional(text);
    message.getStyleClass().add("slider-field-message");
    message.setWrapText(true);
    message.setMinWidth(0);
    message.setOnMouseClicked(event -> goToCharacter());
    getChildren().addAll(field, message);
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new SuggestionCell());
    list.setOnMouseClicked(event -> complete());
    VBox box = new VBox(list);
    box.getStyleClass().addAll("popover", "suggestions");
    popup.getContent().add(box);
    popup.setAutoHide(true);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    field.addEventFilter(KeyEvent.KEY_TYPED, this::onTyped);
    field.caretPositionProperty().addListener((source, before, now) -> onCaret());
    field.focusedProperty().addListener((source, before, now) -> hideUnless(now));
    subscriptions = subscriptions.and(complaint.subscribe(this::show));
  }

  TextField field() {
    return field;
  }

  private void show(String complaint) {
    field.pseudoClassStateChanged(INVALID, !complaint.isEmpty());
    message.setText(complaint);
    message.setVisible(!complaint.isEmpty());
    message.setManaged(!complaint.isEmpty());
  }

  private void goToCharacter() {
    Matcher place = CHARACTER.matcher(message.getText());
    field.requestFocus();
    if (place.find()) {
      field.positionCaret(Math.min(field.getLength(), Integer.parseInt(place.group(1)) - 1));
    }
  }

  // The text changes after this event and the caret after the text: then it is known what to
  // propose.
  private void onTyped(KeyEvent event) {
    typed = !event.isShortcutDown() && !event.getCharacter().isBlank();
  }

  private void onCaret() {
    if (typed) {
      typed = false;
      propose(false);
    }
  }

  /** Proposes what may follow; unless asked to, only while a name is being typed. */
  private void propose(boolean asked) {
    completion = proposals.at(field.getText(), field.getCaretPosition());
    boolean inWord = completion.from() < field.getCaretPosition();
    String word = field.getText().substring(completion.from(), completion.to());
    boolean done =
        completion.suggestions().size() == 1
            && completion.suggestions().getFirst().text().equals(word);
    list.getItems().setAll(completion.suggestions());
    if (list.getItems().isEmpty() || done || !(inWord || asked) || !field.isFocused()) {
      popup.hide();
      return;
    }
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    list.setPrefHeight(ROW * Math.min(ROWS, list.getItems().size()) + 2);
    list.setPrefWidth(Math.clamp(field.getWidth(), NARROW, WIDE));
    Bounds place = field.localToScreen(field.getBoundsInLocal());
    if (place != null) {
      popup.getScene().getStylesheets().setAll(getScene().getStylesheets());
      popup.show(field, place.getMinX(), place.getMaxY() + 2);
    }
  }

  private void hideUnless(boolean focused) {
    if (!focused) {
      popup.hide();
    }
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && event.isShortcutDown()) {
      propose(true);
      event.consume();
      return;
    }
    if (!popup.isShowing()) {
      return;
    }
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case ENTER, TAB -> complete();
      case ESCAPE -> popup.hide();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    int next = list.getSelectionModel().getSelectedIndex() + by;
    list.getSelectionModel().select(Math.clamp(next, 0, list.getItems().size() - 1));
    list.scrollTo(list.getSelectionModel().getSelectedIndex());
  }

  private void complete() {
    Completion.Suggestion chosen = list.getSelectionModel().getSelectedItem();
    popup.hide();
    if (chosen != null) {
      field.replaceText(completion.from(), completion.to(), chosen.text());
      field.positionCaret(completion.from() + chosen.text().length());
    }
  }

  @Override
  public void close() {
    popup.hide();
    subscriptions.unsubscribe();
    field.textProperty().unbindBidirectional(text);
  }

  /** A name with what it is. */
  private static final class SuggestionCell extends ListCell<Completion.Suggestion> {
    @Override
    protected void updateItem(Completion.@Nullable Suggestion item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      Label detail = new Label(item.description());
      detail.getStyleClass().add("muted");
      Label name = new Label(item.label());
      name.setMinWidth(Region.USE_PREF_SIZE);
      detail.setMinWidth(0);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      setPrefWidth(0); // as wide as the list: long descriptions are cut off
      setGraphic(new HBox(8, name, gap, detail));
    }
  }
}
