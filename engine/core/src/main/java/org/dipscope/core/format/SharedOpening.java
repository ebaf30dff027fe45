package org.dipscope.core.format;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that the first of several users opens and the last closes, such as a file that threads
 * read together. Thread-safe.
 *
 * @param <T> what is opened
 */
public final class SharedOpening<T> {
  private final Supplier<T> opener;
  private final Consumer<T> closer;
  private @Nullable T open;
  private int users;

  /** Nothing is opened yet. */
  public SharedOpening(Supplier<T> opener, Consumer<T> closer) {
    this.opener = opener;
    this.closer = closer;
  }

  /** Does something with what is open meanwhile. */
  public void use(Consumer<T> use) {
    T opened = enter();
    try {
      use.accept(opened);
    } finally {
      leave(opened);
    }
  }

  private synchronized T enter() {
    T known = open;
    if (known == null) {
      known = opener.get();
      open = known;
    }
    users++;
    return known;
  }

  private synchronized void leave(T opened) {
    users--;
    if (users == 0) {
      open = null;
      closer.accept(opened);
    }
  }
}
