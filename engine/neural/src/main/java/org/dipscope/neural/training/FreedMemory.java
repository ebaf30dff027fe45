package org.dipscope.neural.training;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Keeps the memory of freed arrays in the process. glibc gives that of large arrays back at once,
 * and the new pages of the next step cost a fifth of a training on the processor. Other C libraries
 * are left as they are.
 */
final class FreedMemory {
  /** Parameters of {@code mallopt}, from malloc.h of glibc. */
  private static final int TRIM_THRESHOLD = -1;

  private static final int MMAP_THRESHOLD = -3;
  private static final int ONE_GIGABYTE = 1 << 30;

  private FreedMemory() {}

  @SuppressWarnings("restricted") // a function of the C library that takes two numbers
  static void keep() {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> found = linker.defaultLookup().find("mallopt");
    if (found.isEmpty()) {
      return;
    }
    FunctionDescriptor signature =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    MethodHandle mallopt = linker.downcallHandle(found.get(), signature);
    try {
      mallopt.invoke(TRIM_THRESHOLD, ONE_GIGABYTE);
      mallopt.invoke(MMAP_THRESHOLD, ONE_GIGABYTE);
    } catch (Throwable impossible) {
      throw new LinkageError("mallopt does not take two numbers", impossible);
    }
  }
}
