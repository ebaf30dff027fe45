package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Walks the directories of a file and collects the keys of all objects, highest cycles only. */
final class KeyList {
  private static final int DEEPEST = 64;
  private static final int HEADER_BYTES = 50;
  private static final int LARGE_VERSION = 1000;

  private final RootStorage storage;
  private final List<RootKey> keys = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Long> visited = new HashSet<>();

  private KeyList(RootStorage storage) {
    this.storage = storage;
  }

  /** What the directories hold, and the directories that could not be read. */
  record Found(List<RootKey> keys, List<Problem> problems) {}

  static Found of(RootStorage storage, FileHeader header) {
    KeyList list = new KeyList(storage);
    list.directory("", (long) header.firstRecord() + header.nameLength(), 0);
    return new Found(List.copyOf(list.keys), List.copyOf(list.problems));
  }

  private void directory(String path, long offset, int depth) {
    Place place =
        storage.place(path.isEmpty() ? "the top directory" : "directory \"" + path + "\"", offset);
    if (depth > DEEPEST || !visited.add(offset)) {
      throw place.damaged("contains itself");
    }
    int available = (int) Math.max(0, Math.min(HEADER_BYTES, storage.size() - offset));
    RootBytes in = new RootBytes(storage.bytes(offset, available, place), place);
    boolean large = in.u16() > LARGE_VERSION;
    in.skip(8); // dates
    int listLength = in.i32();
    in.skip(4);
    in.skip(large ? 16 : 8); // this directory and its parent
    long listOffset = large ? in.i64() : in.u32();
    if (listOffset == 0 && depth == 0) {
      throw place.problem(
          "has no list of objects, because the writing program did not close the file",
          "Let the writing program finish, or recover the file with ROOT's own tools.");
    }
    if (listOffset != 0 && !visited.add(-listOffset)) {
      throw place.damaged("shares its list of objects with another directory");
    }
    if (listOffset != 0) {
      keyList(path, listOffset, listLength, depth);
    }
  }

  private void keyList(String path, long offset, int length, int depth) {
    Place place = storage.place("the list of objects in \"" + path + "/\"", offset);
    RootBytes in = new RootBytes(storage.bytes(offset, length, place), place);
    in.seek(KeyHeader.read(in).headerLength());
    int count = in.count(26);
    Map<String, KeyHeader> newest = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      KeyHeader key = KeyHeader.read(in);
      KeyHeader known = newest.get(key.name());
      if (known == null || key.cycle() > known.cycle()) {
        newest.put(key.name(), key);
      }
    }
    for (KeyHeader header : newest.values()) {
      String name = path.isEmpty() ? header.name() : path + "/" + header.name();
      RootKey key =
          new RootKey(name, header.cycle(), header.className(), header.title(), header.offset());
      if (key.isDirectory()) {
        try {
          directory(name, header.offset() + header.headerLength(), depth + 1);
        } catch (ProblemException e) {
          problems.add(e.problem());
        }
      } else {
        keys.add(key);
      }
    }
  }
}
