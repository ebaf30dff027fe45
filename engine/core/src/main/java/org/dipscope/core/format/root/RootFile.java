package org.dipscope.core.format.root;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * An open ROOT file. Only the list of objects is read at once; the file stays mapped until {@link
 * #close}. Objects may be read from several threads.
 */
public final class RootFile implements AutoCloseable {
  private static final int NAMED_IN_HINT = 8;
  private static final int DEEPEST_COLLECTION = 8;

  private final RootStorage storage;
  private final List<RootKey> keys;
  private final List<Problem> problems;
  private final StreamerInfos infos;

  private RootFile(RootStorage storage) {
    this.storage = storage;
    FileHeader header = FileHeader.read(storage);
    KeyList.Found found = KeyList.of(storage, header);
    this.keys = found.keys();
    this.problems = found.problems();
    this.infos = StreamerInfoReader.read(storage, header);
  }

  /**
   * Opens a file and lists what it holds.
   *
   * @throws ProblemException if it is no ROOT file, truncated, or its list of objects is damaged
   */
  public static RootFile open(Path path) {
    RootStorage storage = RootStorage.open(path);
    try {
      return new RootFile(storage);
    } catch (ProblemException e) {
      storage.close();
      throw e;
    }
  }

  /** All objects in all directories, in the order of the file; only the highest cycle of each. */
  public List<RootKey> keys() {
    return keys;
  }

  /** Directories that could not be read. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * Reads a histogram.
   *
   * @param path directories and name, without cycle
   * @throws ProblemException if there is none of that path, or it is damaged
   */
  public RootHistogram histogram(String path) {
    RootKey key = key(path, RootKey::isHistogram, "histogram");
    return HistogramDecoder.decode(key, object(key));
  }

  /**
   * Reads a graph.
   *
   * @throws ProblemException if there is none of that path, or it is damaged
   */
  public RootGraph graph(String path) {
    RootKey key = key(path, RootKey::isGraph, "graph");
    return GraphDecoder.decode(key, object(key));
  }

  /**
   * Something in a collection, with a key of its own: its path continues that of the collection.
   */
  record Collected(RootKey key, RootObject object) {}

  /** What a collection holds, the contents of collections inside it included. */
  List<Collected> collected(RootKey collection) {
    List<Collected> found = new ArrayList<>();
    collect(collection, object(collection), 0, found);
    return found;
  }

  private static void collect(RootKey at, RootObject object, int depth, List<Collected> into) {
    if (!at.isCollection() || depth > DEEPEST_COLLECTION) {
      into.add(new Collected(at, object));
      return;
    }
    List<@Nullable Object> items =
        switch (at.className()) {
          case "THStack" -> object.items("fHists");
          case "TMultiGraph" -> object.items("fGraphs");
          default -> object.items();
        };
    for (Object item : items) {
      if (item instanceof RootObject inner) {
        String name = inner.value("fName") instanceof String text ? text : "";
        String path = at.path() + "/" + (name.isEmpty() ? inner.className() : name);
        RootKey key = new RootKey(path, at.cycle(), inner.className(), "", at.offset());
        collect(key, inner, depth + 1, into);
      }
    }
  }

  /**
   * Opens a tree or ntuple; values are read when asked for.
   *
   * @throws ProblemException if there is none of that path, or its description is damaged
   */
  public RootTable table(String path) {
    RootKey key = key(path, RootKey::isTable, "tree or ntuple");
    return key.isNtuple()
        ? RootNtuple.open(storage, key)
        : new RootTree(storage, key, object(key), infos);
  }

  /** The name of the file, for messages. */
  String name() {
    return storage.file();
  }

  RootObject object(RootKey key) {
    return ObjectReader.read(RootRecord.read(storage, key.offset(), what(key)), infos);
  }

  private static String what(RootKey key) {
    return key.className() + " \"" + key.label() + "\"";
  }

  private RootKey key(String path, java.util.function.Predicate<RootKey> wanted, String kind) {
    @Nullable RootKey other = null;
    for (RootKey key : keys) {
      if (key.path().equals(path)) {
        if (wanted.test(key)) {
          return key;
        }
        other = key;
      }
    }
    String finding =
        other == null
            ? "has no object \"" + path + "\""
            : "holds \"" + path + "\" of class " + other.className() + ", which is no " + kind;
    String names =
        keys.stream()
            .filter(wanted)
            .limit(NAMED_IN_HINT)
            .map(RootKey::path)
            .collect(Collectors.joining(", "));
    throw new ProblemException(
        new Problem(
            Problem.Kind.USAGE,
            storage.file() + " " + finding + ".",
            names.isEmpty()
                ? "The file holds no " + kind + " at all."
                : "Choose a " + kind + " such as " + names + ".",
            storage.file(),
            0));
  }

  @Override
  public void close() {
    storage.close();
  }
}
