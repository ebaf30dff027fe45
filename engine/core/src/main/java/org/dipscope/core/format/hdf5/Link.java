package org.dipscope.core.format.hdf5;

import java.util.Comparator;

/**
 * A name in a group.
 *
 * @param name of the child
 * @param kind what it leads to
 * @param address of the child's header; undefined unless it is in this file by itself
 * @param order when it was made, or -1
 */
record Link(String name, Kind kind, long address, long order) {
  private static final int SOFT = 1;
  private static final int EXTERNAL = 64;

  /** In the order of making where it is known, else by name. */
  static final Comparator<Link> ORDER =
      Comparator.comparingLong(Link::order).thenComparing(Link::name);

  /** What a name leads to. */
  enum Kind {
    /** A group or dataset. */
    OBJECT,
    /** A path in this file: another name of what is shown under its own. */
    PATH,
    /** Another file. */
    OTHER_FILE
  }

  /** Reads a link message (specification, chapter IV.A.2.g). */
  static Link read(Block in) {
    int version = in.u8();
    if (version != 1) {
      throw in.damaged("has a link of unknown version " + version);
    }
    int flags = in.u8();
    int type = (flags & 8) == 0 ? 0 : in.u8();
    long order = (flags & 4) == 0 ? -1 : in.number(8);
    in.skip((flags & 16) == 0 ? 0 : 1);
    long length = in.number(1 << (flags & 3));
    String name = in.text((int) Math.min(length, in.remaining() + 1L));
    return switch (type) {
      case 0 -> new Link(name, Kind.OBJECT, in.offset(), order);
      case SOFT -> new Link(name, Kind.PATH, Block.UNDEFINED, order);
      case EXTERNAL -> new Link(name, Kind.OTHER_FILE, Block.UNDEFINED, order);
      default -> throw in.damaged("has a link \"" + name + "\" of unknown type " + type);
    };
  }
}
