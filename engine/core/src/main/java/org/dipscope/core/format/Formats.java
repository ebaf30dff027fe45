package org.dipscope.core.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.format.csv.CsvEvents;
import org.dipscope.core.format.csv.CsvInspection;
import org.dipscope.core.format.darkmachines.DarkMachinesEvents;
import org.dipscope.core.format.darkmachines.DarkMachinesInspection;
import org.dipscope.core.format.hepdata.HepDataReader;
import org.dipscope.core.format.hepmc.HepMcEvents;
import org.dipscope.core.format.hepmc.HepMcInspection;
import org.dipscope.core.format.json.JsonFiles;
import org.dipscope.core.format.lhe.LheEvents;
import org.dipscope.core.format.lhe.LheInspection;
import org.dipscope.core.format.npy.NpyEvents;
import org.dipscope.core.format.npy.NpyInspection;
import org.dipscope.core.format.root.RootEvents;
import org.dipscope.core.format.root.RootInspection;
import org.dipscope.core.format.yoda.YodaReader;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads any file by what it is, which its first bytes say and its name does not. */
public final class Formats {
  private static final int START = 128;
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
    if (Files.isDirectory(file) || name.endsWith(".yaml") || name.endsWith(".yml")) {
      return HepDataReader.inspect(file, statistics, token);
    }
    return switch (kind(file)) {
      case ROOT -> RootInspection.inspect(file, statistics, token);
      case YODA, YODA_1 -> YodaReader.inspect(file, statistics, token);
      case JSON, JSON_LIST -> JsonFiles.inspect(file, statistics, token);
      case LHE -> LheInspection.inspect(file, statistics, token);
      case HEPMC -> HepMcInspection.inspect(file, statistics, token);
      case NUMPY, ZIP -> NpyInspection.inspect(file, statistics, token);
      case GZIP -> inspectGzip(file, name, statistics, token);
      case null, default ->
          name.endsWith(".root")
              ? RootInspection.inspect(file, statistics, token)
              : isDarkMachines(file)
                  ? DarkMachinesInspection.inspect(file, statistics, token)
                  : CsvInspection.inspect(file, statistics, token);
    };
  }

  /** Compressed text says by its name which generator format it is. */
  private static FileContents inspectGzip(
      Path file, String name, boolean statistics, CancelToken token) {
    if (name.contains(".lhe")) {
      return LheInspection.inspect(file, statistics, token);
    }
    if (name.contains(".hepmc")) {
      return HepMcInspection.inspect(file, statistics, token);
    }
    return YodaReader.inspect(file, statistics, token);
  }

  /**
   * A table of events.
   *
   * @param table its name as {@link #inspect} gives it, or null for the first
   * @throws ProblemException if the file holds no such table
   */
  public static EventSource events(Path file, @Nullable String table) {
    return switch (kind(file)) {
      case ROOT -> RootEvents.open(file, table == null ? firstTable(file) : table);
      case LHE -> LheEvents.open(file, table);
      case HEPMC -> HepMcEvents.open(file, table);
      case NUMPY, ZIP -> NpyEvents.open(file, table);
      case GZIP -> gzipEvents(file, table);
      case null, default ->
          isDarkMachines(file) ? DarkMachinesEvents.open(file, table) : CsvEvents.open(file, table);
    };
  }

  private static EventSource gzipEvents(Path file, @Nullable String table) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.contains(".hepmc") ? HepMcEvents.open(file, table) : LheEvents.open(file, table);
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

  private static @Nullable FileKind kind(Path file) {
    return FileKind.of(start(file)).orElse(null);
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
