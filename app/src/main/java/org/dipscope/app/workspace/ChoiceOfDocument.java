package org.dipscope.app.workspace;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import org.dipscope.core.project.Workspace;

/**
 * A choice of the document as the property that a control writes. Writing makes an edit of its own;
 * an edit made elsewhere changes the property.
 *
 * @param <T> the immutable type of the choice
 */
public final class ChoiceOfDocument<T> extends SimpleObjectProperty<T> {
  private final WorkspaceModel workspace;
  private final BiFunction<Workspace, T, Workspace> set;
  private boolean following;

  /**
   * A choice of a document.
   *
   * @param name what undo calls it
   * @param get reads it
   * @param set writes it
   */
  public ChoiceOfDocument(
      WorkspaceModel workspace,
      String name,
      Function<Workspace, T> get,
      BiFunction<Workspace, T, Workspace> set) {
    super(workspace, name, get.apply(workspace.document()));
    this.workspace = workspace;
    this.set = set;
    workspace.documentProperty().subscribe(document -> follow(get.apply(document)));
  }

  private void follow(T value) {
    following = true;
    set(value);
    following = false;
  }

  // A choice box without selection writes null while its items change; that is no choice.
  @Override
  protected void invalidated() {
    T value = get();
    if (!following && value != null) {
      workspace.edit(getName(), document -> set.apply(document, value));
    }
  }
}
