package org.dipscope.core.format.root;

import java.util.HashMap;
import java.util.Map;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the objects of one record, with the references among them.
 *
 * <p>An object behind a pointer that cannot be read is marked as such and skipped, if the file says
 * how long it is; everything else about it stays readable. The depth of nesting is bounded, and a
 * reference never reads anything twice, so damaged files end quickly.
 */
final class ObjectReader {
  private static final long COUNTED = 0x4000_0000L;
  private static final long NEW_CLASS = 0xFFFF_FFFFL;
  private static final long CLASS = 0x8000_0000L;
  private static final int TAG_SHIFT = 2;
  private static final int DEEPEST = 100;

  private final RootBytes in;
  private final int headerLength;
  private final StreamerInfos infos;
  private final MemberReader members;
  private final Map<Long, Object> references = new HashMap<>();
  private int depth;

  /**
   * @param in the plain bytes of the record
   * @param headerLength length of the record header, from whose start references count
   * @param infos the class descriptions of the file
   */
  ObjectReader(RootBytes in, int headerLength, StreamerInfos infos) {
    this.in = in;
    this.headerLength = headerLength;
    this.infos = infos;
    this.members = new MemberReader(in, this);
  }

  static RootObject read(RootRecord record, StreamerInfos infos) {
    RootBytes in = new RootBytes(record.bytes(), record.place());
    return new ObjectReader(in, record.header().headerLength(), infos)
        .top(record.header().className());
  }

  private RootObject top(String className) {
    RootObject object = new RootObject(className, in.place());
    references.put(1L, object);
    contents(className, object);
    return object;
  }

  /** Version of a class part, and where the part ends ({@code -1} if the file does not say). */
  record Version(int number, int end) {}

  Version version() {
    int start = in.position();
    if (in.remaining() >= 6) {
      long count = in.u32();
      if ((count & COUNTED) != 0 && count != NEW_CLASS) {
        int end = end(start, count);
        return new Version(in.i16(), end);
      }
      in.seek(start);
    }
    return new Version(in.i16(), -1);
  }

  private int end(int start, long count) {
    long end = start + 4L + (count & ~COUNTED);
    if (end > in.end()) {
      throw in.place().damaged("holds an object at its byte " + start + " that reaches beyond it");
    }
    return (int) end;
  }

  /** The object a pointer refers to: here, or earlier in the record. */
  @Nullable RootObject pointer() {
    int begin = in.position();
    long tag = in.u32();
    boolean counted = (tag & COUNTED) != 0 && tag != NEW_CLASS;
    int end = -1;
    int tagAt = in.position();
    if (counted) {
      end = end(begin, tag);
      tag = in.u32();
    }
    if ((tag & CLASS) == 0) {
      if (end >= 0) {
        in.seek(end);
      }
      return references.get(tag) instanceof RootObject known ? known : null;
    }
    String className = className(tag, counted ? tagAt : -1);
    RootObject object = new RootObject(className, in.place());
    references.put(counted ? key(begin) : references.size() + 1L, object);
    try {
      contents(className, object);
    } catch (ProblemException e) {
      if (end < 0) {
        throw e;
      }
      object.fail(e);
    }
    if (end >= 0) {
      in.seek(end);
    }
    return object;
  }

  private long key(int position) {
    return (long) position + headerLength + TAG_SHIFT;
  }

  private String className(long tag, int tagAt) {
    if (tag == NEW_CLASS) {
      String name = in.terminated();
      references.put(tagAt >= 0 ? key(tagAt) : references.size() + 1L, name);
      return name;
    }
    if (references.get(tag & ~CLASS) instanceof String known) {
      return known;
    }
    throw in.place().damaged("refers to an unknown class at its byte " + in.position());
  }

  /** Reads what a class adds to an object: its bases, then its members. */
  void contents(String className, RootObject into) {
    if (++depth > DEEPEST) {
      depth--;
      throw in.place().damaged("holds objects nested more than " + DEEPEST + " deep");
    }
    try {
      if (!members.builtIn(className, into)) {
        described(className, into);
      }
    } finally {
      depth--;
    }
  }

  private void described(String className, RootObject into) {
    Version version = version();
    long checksum = version.number() == 0 && version.end() >= 0 ? in.u32() : 0;
    StreamerInfo info = infos.find(className, version.number(), checksum);
    if (info == null) {
      ProblemException unknown =
          in.place()
              .problem(
                  "holds class "
                      + className
                      + " version "
                      + version.number()
                      + ", which the file does not describe",
                  "Write it again with ROOT, or choose another object.");
      if (version.end() < 0) {
        throw unknown;
      }
      into.fail(unknown);
      in.seek(version.end());
      return;
    }
    for (StreamerElement element : info.elements()) {
      members.member(element, into);
    }
    checkEnd(className, version);
  }

  void checkEnd(String className, Version version) {
    if (version.end() >= 0 && in.position() != version.end()) {
      throw in.place()
          .damaged(
              "has a part of class "
                  + className
                  + " that ends at its byte "
                  + in.position()
                  + " instead of "
                  + version.end());
    }
  }
}
