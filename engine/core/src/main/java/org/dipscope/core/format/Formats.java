package org.dipscope.core.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.format.csv.CsvEvents;
import org.dipscope.core.format.csv.CsvInspection;
import org.dipscope.core.format.darkmachines.DarkMachinesEvents;
import org.dipscope.core.format.darkmachines.DarkMachinesInspection;
import org.dipscope.core.format.hdf5.Hdf5Events;
import org.dipscope.core.format.hdf5.Hdf5Inspection;
import org.dipscope.core.format.hepdata.HepDataReader;
import org.dipscope.core.format.hepmc.HepMcEvents;
import org.dipscope.core.format.hepmc.HepMcInspection;
import org.dipscope.core.format.json.JsonFiles;
import org.dipscope.core.format.lhe.LheEvents;
import org.dipscope.core.format.lhe.LheInspection;
import org.dipscope.core.format.npy.NpyEvents;
import org.dipscope.core.format.npy.NpyInspection;
import org.dipscope.core.format.parquet.ParquetEvents;
import org.dipscope.core.format.parquet.ParquetInspection;
import org.dipscope.core.format.root.RootEvents;
import org.dipscope.core.format.root.RootInspection;
import org.dipscope.core.format.yoda.YodaReader;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads any file by what it is, which its first bytes say and its name does not. */
public final class Formats {
  private static final int START = 4096;
  private static final String LHE_TAG = "<LesHouchesEvents";
  private static final Pattern DARK_MACHINES =
      Pattern.compile("\\d+;[^;\n]*;[^;\n]*;[^;\n]*;[^;\n]*;[a-z]\\+?-?\\w*,");

  private Formats() {}

  /**
   * What is inside a file.
   *
   * @param statistics whether to read all values of tables for their sum and range
   * @throws ProblemException if nothing can be read; parts that cannot are listed in the result
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static FileContents inspect(Path file, boolean statistics, CancelToken token) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    RegularFile.require(file);
    if (Files.isDirectory(file) || name.endsWith(".yaml") || name.endsWith(".yml")) {
      return HepDataReader.inspect(file, statistics, token);
    }
    @Nullable FileKind kind = kind(file);
    FileContents contents = inspect(file, kind, statistics, token);
    return kind == null ? contents : noteExtension(file, kind, contents);
  }

  /** Says so where the extension claims another format than the one that was read. */
  private static FileContents noteExtension(Path file, FileKind kind, FileContents contents) {
    String name = String.valueOf(file.getFileName());
    FileKind claimed = FileKind.named(name).orElse(kind);
    if (claimed.label().equals(kind.label()) || kind == FileKind.GZIP || isNumpy(kind, claimed)) {
      return contents;
    }
    List<Problem> problems = new ArrayList<>(contents.problems());
    problems.add(
        Problem.badInput(
            "%s: its content looks like %s and was read as such, in spite of the extension %s."
                .formatted(name, kind.mark(), name.substring(name.lastIndexOf('.'))),
            "Rename the file, so that others know what it is.",
            name,
            0));
    return new FileContents(contents.format(), contents.annotated(), contents.tables(), problems);
  }

  /** Archives of arrays and single arrays are read alike. */
  private static boolean isNumpy(FileKind kind, FileKind claimed) {
    return (kind == FileKind.ZIP || kind == FileKind.NUMPY)
        && (claimed == FileKind.ZIP || claimed == FileKind.NUMPY);
  }

  private static FileContents inspect(
      Path file, @Nullable FileKind kind, boolean statistics, CancelToken token) {
    return switch (kind) {
      case ROOT -> RootInspection.inspect(file, statistics, token);
      case YODA, YODA_1 -> YodaReader.inspect(file, statistics, token);
      case JSON, JSON_LIST -> JsonFiles.inspect(file, statistics, token);
      case LHE -> LheInspection.inspect(file, statistics, token);
      case HEPMC -> HepMcInspection.inspect(file, statistics, token);
      case NUMPY, ZIP -> NpyInspection.inspect(file, statistics, token);
      case PARQUET -> ParquetInspection.inspect(file, statistics, token);
      case HDF5 -> Hdf5Inspection.inspect(file, statistics, token);
      case GZIP -> inspectGzip(file, statistics, token);
      case null, default ->
          Hdf5Inspection.accepts(file)
              ? Hdf5Inspection.inspect(file, statistics, token)
              : isDarkMachines(file)
                  ? DarkMachinesInspection.inspect(file, statistics, token)
                  : CsvInspection.inspect(file, statistics, token);
    };
  }

  private static FileContents inspectGzip(Path file, boolean statistics, CancelToken token) {
    return switch (packedKind(file)) {
      case LHE -> LheInspection.inspect(file, statistics, token);
      case HEPMC -> HepMcInspection.inspect(file, statistics, token);
      case YODA, YODA_1 -> YodaReader.inspect(file, statistics, token);
      case null, default -> throw packed(file);
    };
  }

  /**
   * A table of events.
   *
   * @param table its name as {@link #inspect} gives it, or null for the first
   * @throws ProblemException if the file holds no such table
   */
  public static EventSource events(Path file, @Nullable String table) {
    RegularFile.require(file);
    return switch (kind(file)) {
      case ROOT -> RootEvents.open(file, table == null ? firstTable(file) : table);
      case LHE -> LheEvents.open(file, table);
      case HEPMC -> HepMcEvents.open(file, table);
      case NUMPY, ZIP -> NpyEvents.open(file, table);
      case PARQUET -> ParquetEvents.open(file, table);
      case HDF5 -> Hdf5Events.open(file, table);
      case GZIP -> gzipEvents(file, table);
      case null, default ->
          Hdf5Inspection.accepts(file)
              ? Hdf5Events.open(file, table)
              : isDarkMachines(file)
                  ? DarkMachinesEvents.open(file, table)
                  : CsvEvents.open(file, table);
    };
  }

  private static EventSource gzipEvents(Path file, @Nullable String table) {
    return switch (packedKind(file)) {
      case LHE -> LheEvents.open(file, table);
      case HEPMC -> HepMcEvents.open(file, table);
      case null, default -> throw packed(file);
    };
  }

  private static ProblemException packed(Path file) {
    String name = String.valueOf(file.getFileName());
    return new ProblemException(
        Problem.badInput(
            name + " is compressed, and what it holds is not read that way.",
            "Unpack it first, for instance with gunzip; LHE, HepMC and YODA may stay compressed.",
            name,
            0));
  }

  private static String firstTable(Path file) {
    return RootInspection.inspect(file, false, new CancelToken()).tables().stream()
        .findFirst()
        .map(TableSummary::name)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.badInput(
                        file.getFileName() + " holds no table.",
                        "Choose a file with a TTree or an RNTuple.",
                        String.valueOf(file.getFileName()),
                        0)));
  }

  /** Whether the first line is an event {@code id;process;weight;MET;METphi;obj,E,pt,eta,phi}. */
  private static boolean isDarkMachines(Path file) {
    return DARK_MACHINES.matcher(new String(start(file), StandardCharsets.ISO_8859_1)).lookingAt();
  }

  /** What the first bytes say; where they say nothing, what the name claims. */
  private static @Nullable FileKind kind(Path file) {
    return kind(start(file), String.valueOf(file.getFileName()));
  }

  /** The kind of what a gzip file holds. */
  private static @Nullable FileKind packedKind(Path file) {
    String name = String.valueOf(file.getFileName());
    byte[] start;
    try (InputStream stream = InflatedStream.of(name, Files.newInputStream(file))) {
      start = stream.readNBytes(START);
    } catch (IOException e) {
      start = new byte[0]; // cut within the first bytes: its reader says so
    }
    return kind(start, name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz(ip)?$", ""));
  }

  private static @Nullable FileKind kind(byte[] start, String name) {
    FileKind kind = FileKind.of(start).or(() -> FileKind.named(name)).orElse(null);
    boolean mayBeLhe = kind == null || kind == FileKind.XML;
    return mayBeLhe && new String(start, StandardCharsets.ISO_8859_1).contains(LHE_TAG)
        ? FileKind.LHE
        : kind;
  }

  /** The first bytes; none of a file that does not exist, which its reader says better. */
  private static byte[] start(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(START);
    } catch (NoSuchFileException e) {
      return new byte[0];
    } catch (IOException e) {
      throw new ProblemException(
          Problem.badInput(
              file.getFileName() + " cannot be read.",
              "Check that it is a file and that you may read it.",
              String.valueOf(file.getFileName()),
              0),
          e);
    }
  }
}
