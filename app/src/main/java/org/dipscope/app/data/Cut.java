package org.dipscope.app.data;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A row of the list of cuts: a condition with its colour. */
public final class Cut {
  private final int colour;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final BooleanProperty active = new SimpleBooleanProperty(this, "active", true);
  private final StringProperty complaint = new SimpleStringProperty(this, "complaint", "");

  Cut(int colour) {
    this.colour = colour;
  }

  int colour() {
    return colour;
  }

  /** The condition; empty for all events. */
  public StringProperty textProperty() {
    return text;
  }

  /** Whether it is drawn. */
  public BooleanProperty activeProperty() {
    return active;
  }

  /** What is wrong with it; empty if nothing. */
  public StringProperty complaintProperty() {
    return complaint;
  }
}
