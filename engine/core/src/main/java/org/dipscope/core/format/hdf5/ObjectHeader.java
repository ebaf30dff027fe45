package org.dipscope.core.format.hdf5;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The messages that describe a group or dataset (specification, chapter IV.A). */
final class ObjectHeader {
  static final int DATASPACE = 0x01;
  static final int LINK_INFO = 0x02;
  static final int DATATYPE = 0x03;
  static final int OLD_FILL_VALUE = 0x04;
  static final int FILL_VALUE = 0x05;
  static final int LINK = 0x06;
  static final int EXTERNAL_FILES = 0x07;
  static final int LAYOUT = 0x08;
  static final int FILTERS = 0x0B;
  static final int ATTRIBUTE = 0x0C;
  static final int SYMBOL_TABLE = 0x11;
  static final int ATTRIBUTE_INFO = 0x15;

  private static final int CONTINUATION = 0x10;
  private static final int MOST_MESSAGES = 100_000;
  private static final int SHARED = 2;
  private static final String WHAT = "the object header";

  private final Hdf5Bytes file;
  private final long address;
  private final List<Message> messages = new ArrayList<>();
  private final Deque<Block> waiting = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();
  private boolean second;
  private int flags;

  /** A message: its kind, whether it only refers to another header, and its bytes. */
  private record Message(int type, boolean shared, Block body) {}

  /** Reads the header at an address. */
  ObjectHeader(Hdf5Bytes file, long address) {
    this.file = file;
    this.address = address;
    Block start = file.block(WHAT, address, Math.min(32, Math.max(16, file.size() - address)));
    if (start.part(1).u8() == 1) {
      readFirst(start);
    } else {
      readSecond();
    }
    while (!waiting.isEmpty()) {
      read(waiting.remove());
    }
  }

  private void readFirst(Block start) {
    start.skip(7);
    waiting.add(file.block(WHAT, address + 16, start.count()));
  }

  private void readSecond() {
    second = true;
    long most = Math.min(34, file.size() - address);
    Block start = file.block(WHAT, address, most);
    start.signature("OHDR");
    int version = start.u8();
    if (version != 2) {
      throw start.damaged("is of unknown version " + version);
    }
    flags = start.u8();
    start.skip(((flags & 0x20) == 0 ? 0 : 16) + ((flags & 0x10) == 0 ? 0 : 4));
    long length = start.number(1 << (flags & 3));
    waiting.add(file.block(WHAT, address + most - start.remaining(), length));
  }

  private void read(Block block) {
    int head = second ? (flags & 4) == 0 ? 4 : 6 : 8;
    while (block.remaining() >= head) {
      int type = second ? block.u8() : block.u16();
      int size = block.u16();
      int messageFlags = block.u8();
      block.skip(head - (second ? 4 : 5));
      Block body = block.part(Math.min(size, block.remaining()));
      if (messages.size() >= MOST_MESSAGES) {
        throw block.damaged("has more than " + MOST_MESSAGES + " messages");
      }
      if (type == CONTINUATION) {
        continueAt(body.offset(), body.length());
      } else if (type != 0) {
        messages.add(new Message(type, (messageFlags & SHARED) != 0, body));
      }
    }
  }

  private void continueAt(long at, long length) {
    if (!seen.add(at)) {
      throw file.damaged(WHAT, address, "continues at byte " + at + " twice");
    }
    Block block = file.block(WHAT, at, length);
    if (second) {
      block.signature("OCHK");
      block = block.part(Math.max(0, block.remaining() - 4));
    }
    waiting.add(block);
  }

  boolean has(int type) {
    return messages.stream().anyMatch(message -> message.type() == type);
  }

  /** The first message of a kind, read; or null. */
  <T> @Nullable T first(int type, Function<Block, T> reader) {
    for (Message message : messages) {
      if (message.type() == type) {
        return reader.apply(body(message));
      }
    }
    return null;
  }

  /** All messages of a kind. */
  List<Block> all(int type) {
    return messages.stream().filter(m -> m.type() == type).map(this::body).toList();
  }

  private Block body(Message message) {
    Block body = message.body().again();
    return message.shared() ? shared(message.type(), body) : body;
  }

  /** The message in another header that a message refers to. */
  private Block shared(int type, Block reference) {
    int version = reference.u8();
    int kind = reference.u8();
    if (version == 1) {
      reference.skip(6);
    } else if (version == 3 && kind == 1) {
      throw file.problem(
          WHAT + " at byte " + address + " refers to a table of shared messages",
          "Write the file again without shared object header messages.");
    }
    long other = reference.offset();
    if (other == address) {
      throw file.damaged(WHAT, address, "refers to itself");
    }
    for (Message message : new ObjectHeader(file, other).messages) {
      if (message.type() == type && !message.shared()) {
        return message.body().again();
      }
    }
    throw file.damaged(WHAT, address, "refers to a type that is not there");
  }
}
