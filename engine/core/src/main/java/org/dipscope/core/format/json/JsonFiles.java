package org.dipscope.core.format.json;

import java.nio.file.Path;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.hepdata.HepDataReader;
import org.dipscope.core.format.pyhf.PyhfReader;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.format.tree.TreeReader;

/** JSON files of all kinds that hold histograms, told apart by the keys of their first object. */
public final class JsonFiles {

  private JsonFiles() {}

  private enum Kind {
    HEPDATA,
    HISTOGRAMS,
    PYHF
  }

  /**
   * What is inside a JSON file: a pyhf workspace or patch set, a HEPData table, or histograms.
   *
   * @throws org.dipscope.core.problem.ProblemException if it is none of these, or cannot be read
   */
  public static FileContents inspect(Path file, boolean statistics, CancelToken token) {
    return switch (kind(file, token)) {
      case HEPDATA -> HepDataReader.inspect(file, statistics, token);
      case HISTOGRAMS -> HistogramJson.inspect(file, statistics, token);
      case PYHF -> PyhfReader.inspect(file, statistics, token);
    };
  }

  private static Kind kind(Path file, CancelToken token) {
    List<Cursor> documents = TreeReader.json(file, true, token);
    Cursor first = documents.getFirst();
    if (HistogramJson.isHistogram(first)) {
      return Kind.HISTOGRAMS;
    }
    if (first.has("headers")
        || first.has("independent_variables")
        || first.has("dependent_variables")) {
      return Kind.HEPDATA;
    }
    if (first.has("channels") || first.has("patches") || first.isList()) {
      return Kind.PYHF;
    }
    throw first.problem(
        "this JSON is no pyhf workspace, HEPData table or histogram.",
        "Histograms have axes and contents, or edges and counts.");
  }
}
