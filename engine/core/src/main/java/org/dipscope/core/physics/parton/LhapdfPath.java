package org.dipscope.core.physics.parton;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * The folders in which PDF sets are looked for, in order: those of LHAPDF_DATA_PATH (or else
 * LHAPATH), then, unless that list ends in {@code ::}, the usual installation folders.
 *
 * @param folders the folders, whether or not they exist
 */
public record LhapdfPath(List<Path> folders) {
  private static final Pattern SET_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.+-]{0,199}");
  private static final int MOST_FOLDER_ENTRIES = 20_000;

  /** Keeps a copy of the list. */
  public LhapdfPath {
    folders = List.copyOf(folders);
  }

  /**
   * Returns the path of an environment.
   *
   * @param environment its variables
   * @param home the user's home folder
   */
  public static LhapdfPath of(Map<String, String> environment, Path home) {
    String variable =
        environment.getOrDefault("LHAPDF_DATA_PATH", environment.getOrDefault("LHAPATH", ""));
    List<Path> folders = new ArrayList<>();
    for (String folder : variable.split(Pattern.quote(File.pathSeparator), -1)) {
      if (!folder.isBlank()) {
        folders.add(Path.of(folder));
      }
    }
    if (!variable.endsWith(File.pathSeparator + File.pathSeparator)) {
      folders.add(Path.of("/usr/share/LHAPDF"));
      folders.add(Path.of("/usr/local/share/LHAPDF"));
      folders.add(home.resolve(".local/share/LHAPDF"));
      folders.add(Path.of("/cvmfs/sft.cern.ch/lcg/external/lhapdfsets/current"));
    }
    return new LhapdfPath(folders);
  }

  /** Returns the path of this process. */
  public static LhapdfPath ofThisProcess() {
    return of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }

  /** Whether a text can be the name of a set: one plain folder name. */
  static boolean isSetName(String text) {
    return SET_NAME.matcher(text).matches() && !text.contains("..");
  }

  /** The folder of a set by name. */
  Optional<Path> locate(String name) {
    if (!isSetName(name)) {
      return Optional.empty();
    }
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(set -> Files.isRegularFile(set.resolve(name + ".info")))
        .findFirst();
  }

  /** The folders of all sets, the first of each name. */
  List<Path> sets() {
    Map<String, Path> found = new LinkedHashMap<>();
    for (Path folder : folders) {
      for (Path set : entries(folder)) {
        String name = set.getFileName().toString();
        if (isSetName(name) && Files.isRegularFile(set.resolve(name + ".info"))) {
          found.putIfAbsent(name, set);
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** What is in a folder, sorted; nothing where it cannot be listed, for then it offers no sets. */
  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.limit(MOST_FOLDER_ENTRIES).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /** The first lhapdf.conf on the path over the built-in values. */
  SetMetadata configuration() {
    for (Path folder : folders) {
      Path file = folder.resolve("lhapdf.conf");
      if (Files.isRegularFile(file)) {
        List<String> lines = GridText.lines(file);
        return SetMetadata.parse(lines, file.toString(), 1, SetMetadata.defaults());
      }
    }
    return SetMetadata.defaults();
  }

  /** A set and member by LHAPDF id, from the first pdfsets.index that knows it. */
  Optional<Indexed> byId(int id) {
    for (Path folder : folders) {
      Path file = folder.resolve("pdfsets.index");
      if (Files.isRegularFile(file)) {
        Optional<Indexed> found = inIndex(file, id);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** A set of the index and how far the id lies above the set's own. */
  record Indexed(String name, int member) {}

  private static Optional<Indexed> inIndex(Path file, int id) {
    String name = "";
    int start = -1;
    int line = 0;
    for (String text : GridText.lines(file)) {
      line++;
      String[] words = text.strip().split("\\s+", 4);
      if (words[0].isEmpty() || words[0].startsWith("#")) {
        continue;
      }
      double number = GridText.number(words[0]);
      if (words.length < 2 || !(number >= 0) || !isSetName(words[1])) {
        throw new ProblemException(
            Problem.badInput(
                "Line " + line + " of " + file + " has no \"ID NAME VERSION\".",
                "Name the set itself, or get a fresh copy of pdfsets.index.",
                file.toString(),
                line));
      }
      if (number <= id && number > start) {
        start = (int) number;
        name = words[1];
      }
    }
    return start < 0 ? Optional.empty() : Optional.of(new Indexed(name, id - start));
  }

  @Override
  public String toString() {
    return folders.stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
