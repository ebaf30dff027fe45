package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the descriptions of classes that every file carries (TStreamerInfo and its elements). */
final class StreamerInfoReader {
  private static final String INFO = "info";
  private static final String ELEMENT = "element";
  private static final int STL = 300;
  private static final int STL_STRING = 365;

  private StreamerInfoReader() {}

  /** All descriptions of a file. */
  static StreamerInfos read(RootStorage storage, FileHeader header) {
    List<StreamerInfo> infos = new ArrayList<>();
    if (header.streamerOffset() != 0 && header.streamerLength() > 0) {
      RootRecord record =
          RootRecord.read(storage, header.streamerOffset(), "the list of class descriptions");
      RootObject list = ObjectReader.read(record, StreamerInfos.of(List.of()));
      for (Object item : list.items()) {
        if (item instanceof RootObject object
            && object.className().equals("TStreamerInfo")
            && object.value(INFO) instanceof StreamerInfo info) {
          infos.add(info);
        }
      }
    }
    return StreamerInfos.of(infos);
  }

  static void info(RootBytes in, ObjectReader objects, RootObject into) {
    ObjectReader.Version version = objects.version();
    objects.contents("TNamed", into);
    long checksum = in.u32();
    int classVersion = in.i32();
    @Nullable RootObject array = objects.pointer();
    List<StreamerElement> elements = new ArrayList<>();
    if (array != null) {
      for (Object item : array.items()) {
        if (item instanceof RootObject member) {
          elements.add(member.value(ELEMENT, StreamerElement.class));
        }
      }
    }
    objects.checkEnd("TStreamerInfo", version);
    into.put(INFO, new StreamerInfo(into.text("fName"), classVersion, checksum, elements));
  }

  /** Reads a description of one member, if the class is one of those. */
  static boolean element(String className, RootBytes in, ObjectReader objects, RootObject into) {
    switch (className) {
      case "TStreamerElement" -> bare(in, objects, into);
      case "TStreamerBase",
          "TStreamerBasicType",
          "TStreamerBasicPointer",
          "TStreamerLoop",
          "TStreamerObject",
          "TStreamerObjectAny",
          "TStreamerObjectPointer",
          "TStreamerObjectAnyPointer",
          "TStreamerString",
          "TStreamerSTL",
          "TStreamerSTLstring",
          "TStreamerArtificial" ->
          special(className, in, objects, into);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void bare(RootBytes in, ObjectReader objects, RootObject into) {
    ObjectReader.Version version = objects.version();
    objects.contents("TNamed", into);
    int type = in.i32();
    in.skip(4); // size in memory
    int arrayLength = in.i32();
    in.skip(4); // dimensions
    in.skip(4 * (version.number() == 1 ? in.count(4) : 5)); // their lengths
    String typeName = in.string();
    if (version.number() == 3) {
      in.skip(24); // range and factor, which the title holds as well
    }
    if (version.end() >= 0) {
      in.seek(version.end());
    }
    into.put(
        ELEMENT,
        new StreamerElement(
            into.text("fName"), into.text("fTitle"), type, arrayLength, typeName, 0, ""));
  }

  private static void special(
      String className, RootBytes in, ObjectReader objects, RootObject into) {
    ObjectReader.Version version = objects.version();
    boolean text = className.equals("TStreamerSTLstring");
    objects.contents(text ? "TStreamerSTL" : "TStreamerElement", into);
    StreamerElement element = into.value(ELEMENT, StreamerElement.class);
    int baseVersion = 0;
    String countName = "";
    if (className.equals("TStreamerBase") && version.number() > 2) {
      baseVersion = in.i32();
    } else if (className.equals("TStreamerBasicPointer") || className.equals("TStreamerLoop")) {
      in.skip(4);
      countName = in.string();
      in.string();
    }
    if (version.end() >= 0) {
      in.seek(version.end());
    }
    into.put(
        ELEMENT,
        new StreamerElement(
            element.name(),
            element.title(),
            text ? STL_STRING : className.equals("TStreamerSTL") ? STL : element.type(),
            element.arrayLength(),
            element.typeName(),
            baseVersion,
            countName));
  }
}
