package org.dipscope.app.workspace;

import java.util.function.ToDoubleFunction;
import javafx.beans.property.SimpleDoubleProperty;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.Workspace;

/**
 * A number of the document as the property that a control writes. Writing makes a mergeable edit;
 * an edit made elsewhere, such as an undo, changes the property.
 */
public final class NumberOfDocument extends SimpleDoubleProperty {
  private final WorkspaceModel workspace;
  private final ToDoubleFunction<Workspace> get;
  private final Setter set;
  private boolean following;

  /** Puts a number into a document. */
  @FunctionalInterface
  public interface Setter {
    /** The document with this number. */
    Workspace set(Workspace document, double value);
  }

  /**
   * A number of a document.
   *
   * @param name what undo calls it
   * @param start its value while the document has none
   * @param get reads it; NaN while the document has none, which leaves the property as it is
   * @param set writes it
   */
  public NumberOfDocument(
      WorkspaceModel workspace,
      String name,
      double start,
      ToDoubleFunction<Workspace> get,
      Setter set) {
    super(workspace, name, start);
    this.workspace = workspace;
    this.get = get;
    this.set = set;
    workspace.documentProperty().subscribe(this::follow);
  }

  private void follow(Workspace document) {
    double value;
    try {
      value = get.applyAsDouble(document);
    } catch (ProblemException notDefinedHere) {
      return;
    }
    if (Double.isFinite(value)) {
      following = true;
      set(value);
      following = false;
    }
  }

  @Override
  protected void invalidated() {
    double value = get();
    if (!following) {
      workspace.adjust(getName(), document -> set.set(document, value));
    }
  }
}
