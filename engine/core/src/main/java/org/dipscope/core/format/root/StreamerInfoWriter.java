package org.dipscope.core.format.root;

import java.util.List;

/** Writes the list of class descriptions that makes a file readable without its programs. */
final class StreamerInfoWriter {
  private static final int ON_HEAP = 0x0300_0000;
  private static final int NOT_DELETED = 0x0200_0000;
  private static final int COMPILED = 0x0301_0000;

  private StreamerInfoWriter() {}

  static byte[] list(List<HistogramStreamers.Layout> layouts) {
    ByteSink out = new ByteSink();
    int list = out.begin(5);
    object(out, NOT_DELETED);
    out.text("").i32(layouts.size());
    for (HistogramStreamers.Layout layout : layouts) {
      info(out, layout);
      out.u8(0); // no option
    }
    out.end(list);
    return out.toArray();
  }

  static void object(ByteSink out, int bits) {
    out.i16(1).i32(0).i32(bits);
  }

  static void named(ByteSink out, int bits, String name, String title) {
    int named = out.begin(1);
    object(out, bits);
    out.text(name).text(title);
    out.end(named);
  }

  private static void info(ByteSink out, HistogramStreamers.Layout layout) {
    int pointer = out.pointer("TStreamerInfo");
    int info = out.begin(9);
    named(out, COMPILED, layout.name(), "");
    out.i32(layout.checksum()).i32(layout.version());
    int arrayPointer = out.pointer("TObjArray");
    int array = out.begin(3);
    object(out, NOT_DELETED);
    out.text("").i32(layout.members().size()).i32(0);
    for (HistogramStreamers.Member member : layout.members()) {
      member(out, layout, member);
    }
    out.end(array);
    out.end(arrayPointer);
    out.end(info);
    out.end(pointer);
  }

  private static void member(
      ByteSink out, HistogramStreamers.Layout layout, HistogramStreamers.Member member) {
    int pointer = out.pointer(className(member));
    int special = out.begin(member.isBase() ? 3 : 2);
    int element = out.begin(4);
    named(out, ON_HEAP, member.name(), member.title());
    out.i32(member.type()).i32(member.isBase() ? 0 : size(member.type()));
    out.i32(0).i32(0); // no fixed array
    out.i32(0).i32(member.baseChecksum()).i32(0).i32(0).i32(0);
    out.text(member.typeName());
    out.end(element);
    if (member.isBase()) {
      out.i32(member.baseVersion());
    } else if (member.type() > 40 && member.type() < 60) {
      String count = member.title().substring(1, member.title().indexOf(']'));
      out.i32(layout.version()).text(count).text(layout.name());
    }
    out.end(special);
    out.end(pointer);
  }

  private static String className(HistogramStreamers.Member member) {
    if (member.isBase()) {
      return "TStreamerBase";
    }
    if (member.type() > 40 && member.type() < 60) {
      return "TStreamerBasicPointer";
    }
    return switch (member.type()) {
      case 61 -> "TStreamerObject";
      case 62 -> "TStreamerObjectAny";
      case 63, 64 -> "TStreamerObjectPointer";
      case 65 -> "TStreamerString";
      default -> "TStreamerBasicType";
    };
  }

  private static int size(int type) {
    return switch (type) {
      case 18 -> 1;
      case 2, 12 -> 2;
      case 3, 5, 6, 13, 15 -> 4;
      case 62, 65 -> 24;
      case 61 -> 216;
      default -> 8;
    };
  }
}
