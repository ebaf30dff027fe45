package org.dipscope.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.dipscope.app.data.ItemActions;

/** The desktop around the window, as far as it is there: in a test nothing is connected. */
final class Desktop implements ItemActions {
  private Consumer<String> documents = uri -> {};
  private Runnable export = () -> {};

  /** Shows documents and folders. */
  void connectDocuments(Consumer<String> show) {
    documents = show;
  }

  /** Writes the figure of the data screen. */
  void connectExport(Runnable write) {
    export = write;
  }

  @Override
  public void reveal(Path file) {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    documents.accept(folder.toUri().toString());
  }

  @Override
  public void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public void export() {
    export.run();
  }
}
