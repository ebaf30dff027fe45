package org.dipscope.core.format.root;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** The records of a ROOT file, with directories, in the form for files below 2 GB. */
final class RootLayout {
  private static final int BEGIN = 100;
  private static final int FILE_VERSION = 63200;
  private static final int KEY_VERSION = 4;
  private static final int DIRECTORY_VERSION = 5;
  private static final int FIXED_DATE = 1 << 22 | 1 << 17; // 1 January 1995
  private static final int DIRECTORY_BYTES = 60;
  private static final int LONGEST_PATH = 10_000;
  private static final int LAST_BYTE = 2_000_000_000;

  private final String fileName;
  private final int nameLength;
  private final Entry root;
  private final ByteSink out = new ByteSink();
  private final Folder top = new Folder();
  private final List<String> names = new ArrayList<>();

  private static final class Folder {
    final Map<String, Folder> folders = new LinkedHashMap<>();
    final Map<String, Item> items = new LinkedHashMap<>();
  }

  private record Item(String className, byte[] object) {}

  /** What the list of a directory says about one object. */
  private record Entry(
      String className, String name, String title, int offset, int recordLength, int plainLength) {}

  RootLayout(String fileName) {
    this.fileName = fileName;
    out.bytes(new byte[BEGIN]);
    int head = headerLength("TFile", fileName, "");
    this.nameLength = head + text(fileName) + text("");
    int length = nameLength + DIRECTORY_BYTES;
    this.root = new Entry("TFile", fileName, "", BEGIN, length, length - head);
    key(root, 0);
    out.text(fileName).text("");
    directory(BEGIN, 0, nameLength);
  }

  /** The last part of a path, which is the name of the object in its directory. */
  static String name(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.isBlank() ? "h" : name;
  }

  /** The path under which an object is found: without empty directories. */
  static String path(String path) {
    int end = path.lastIndexOf('/') + 1;
    return path.substring(0, end).replaceAll("/+", "/").replaceFirst("^/", "") + name(path);
  }

  /**
   * Adds an object; directories of its path are made as needed.
   *
   * @throws ProblemException if something else has the path, or the path is too long
   */
  void add(String path, String className, byte[] object) {
    if (text(path) > LONGEST_PATH) {
      throw new ProblemException(
          Problem.usage(
              "The name \"" + path.substring(0, 60) + "…\" is too long for a ROOT file.",
              "Write json, or shorten it."));
    }
    Folder folder = top;
    String rest = path;
    for (int slash = rest.indexOf('/'); slash >= 0; slash = rest.indexOf('/')) {
      if (slash > 0) {
        String part = rest.substring(0, slash);
        if (folder.items.containsKey(part)) {
          throw alsoDirectory(part);
        }
        folder = folder.folders.computeIfAbsent(part, key -> new Folder());
      }
      rest = rest.substring(slash + 1);
    }
    if (folder.folders.containsKey(name(path))) {
      throw alsoDirectory(name(path));
    }
    if (folder.items.putIfAbsent(name(path), new Item(className, object)) != null) {
      throw new ProblemException(
          Problem.usage(
              "Two histograms are called \"" + path + "\".",
              "Give each histogram of a file a name of its own."));
    }
    names.add(path);
  }

  private static ProblemException alsoDirectory(String name) {
    return new ProblemException(
        Problem.usage(
            "\"" + name + "\" would be a histogram and a directory, which ROOT does not allow.",
            "Choose one of them, or write json, yoda or csv."));
  }

  int position() {
    return out.position();
  }

  /** Adds a record that no directory lists. */
  void raw(byte[] record) {
    out.bytes(record);
  }

  /** All bytes of the file; {@code layouts} describe the classes in it. */
  byte[] bytes(List<HistogramStreamers.Layout> layouts) {
    contents(top, root, BEGIN, BEGIN + nameLength);
    byte[] infos = StreamerInfoWriter.list(layouts);
    Entry streamers = record("TList", "StreamerInfo", "Doubly linked list", infos, BEGIN);
    int free = out.position();
    int end = free + headerLength("TFile", fileName, "") + 10;
    ByteSink gap = new ByteSink().i16(1).i32(end).i32(LAST_BYTE);
    record("TFile", fileName, "", gap.toArray(), BEGIN);
    if (end >= LAST_BYTE) {
      throw new ProblemException(
          Problem.usage("The histograms take more than 2 GB.", "Write them to several files."));
    }
    byte[] bytes = out.toArray();
    byte[] start = fileHeader(end, free, streamers);
    System.arraycopy(start, 0, bytes, 0, start.length);
    return bytes;
  }

  private byte[] fileHeader(int end, int free, Entry streamers) {
    ByteSink header = new ByteSink();
    header.bytes("root".getBytes(StandardCharsets.US_ASCII));
    header.i32(FILE_VERSION).i32(BEGIN).i32(end).i32(free).i32(end - free).i32(1).i32(nameLength);
    header.u8(4).i32(0).i32(streamers.offset()).i32(streamers.recordLength());
    identity(header);
    return header.toArray();
  }

  private void identity(ByteSink sink) {
    UUID id = UUID.nameUUIDFromBytes(String.join("\n", names).getBytes(StandardCharsets.UTF_8));
    sink.i16(1);
    sink.i32((int) (id.getMostSignificantBits() >>> 32)).i32((int) id.getMostSignificantBits());
    sink.i32((int) (id.getLeastSignificantBits() >>> 32)).i32((int) id.getLeastSignificantBits());
  }

  private static int text(String value) {
    int length = value.getBytes(StandardCharsets.UTF_8).length;
    return length < 255 ? length + 1 : length + 5;
  }

  static int headerLength(String className, String name, String title) {
    return 26 + text(className) + text(name) + text(title);
  }

  private void key(Entry entry, int parent) {
    int length = headerLength(entry.className(), entry.name(), entry.title());
    out.i32(entry.recordLength()).i16(KEY_VERSION).i32(entry.plainLength()).i32(FIXED_DATE);
    out.i16(length).i16(1).i32(entry.offset()).i32(parent);
    out.text(entry.className()).text(entry.name()).text(entry.title());
  }

  private Entry record(String className, String name, String title, byte[] bytes, int parent) {
    int length = headerLength(className, name, title) + bytes.length;
    Entry entry = new Entry(className, name, title, out.position(), length, bytes.length);
    key(entry, parent);
    out.bytes(bytes);
    return entry;
  }

  /** The directory proper; where its list is follows when the list is written. */
  private void directory(int offset, int parent, int nameLength) {
    out.i16(DIRECTORY_VERSION).i32(FIXED_DATE).i32(FIXED_DATE);
    out.i32(0).i32(nameLength).i32(offset).i32(parent).i32(0);
    identity(out);
    out.i32(0).i32(0).i32(0);
  }

  /** Writes what a folder holds, then its list, and says in its header where the list is. */
  private void contents(Folder folder, Entry own, int offset, int header) {
    List<Entry> entries = new ArrayList<>();
    folder.items.forEach(
        (name, item) -> entries.add(record(item.className(), name, name, item.object(), offset)));
    folder.folders.forEach((name, below) -> entries.add(folder(name, below, offset)));
    int list = out.position();
    int size = Integer.BYTES;
    for (Entry entry : entries) {
      size += headerLength(entry.className(), entry.name(), entry.title());
    }
    int length = headerLength(own.className(), own.name(), own.title()) + size;
    key(new Entry(own.className(), own.name(), own.title(), list, length, size), offset);
    out.i32(entries.size());
    entries.forEach(entry -> key(entry, offset));
    out.patch(header + 10, length);
    out.patch(header + 26, list);
  }

  private Entry folder(String name, Folder folder, int parent) {
    int offset = out.position();
    int head = headerLength("TDirectoryFile", name, name);
    Entry entry =
        new Entry("TDirectoryFile", name, name, offset, head + DIRECTORY_BYTES, DIRECTORY_BYTES);
    key(entry, parent);
    int header = out.position();
    directory(offset, parent, head);
    contents(folder, entry, offset, header);
    return entry;
  }
}
