package org.dipscope.core.format.pyhf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Statistics;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.format.tree.TreeReader;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads HistFactory workspaces of pyhf: samples as {@code channel/sample} and observations as
 * {@code channel/observed}, each over the bin number. Patches (RFC 6902, bare or as a patch set)
 * can be applied before.
 */
public final class PyhfReader {

  private PyhfReader() {}

  /**
   * What a workspace or patch set holds.
   *
   * @param statistics whether to sum the columns of the table of patches
   * @throws ProblemException if the file is neither, or breaks the rules of workspaces
   */
  public static FileContents inspect(Path file, boolean statistics, CancelToken token) {
    Cursor root = root(file, token);
    if (PyhfPatchSet.isPatch(root)) {
      PyhfPatchSet set = PyhfPatchSet.parse(root);
      return new FileContents(
          "pyhf-patchset", List.of(), List.of(table(set, statistics)), set.impossible());
    }
    return new FileContents("pyhf-json", workspace(root).histograms(), List.of(), List.of());
  }

  /**
   * The histograms of a workspace with each modifier as a named error.
   *
   * @throws ProblemException if the file is no workspace
   */
  public static List<AnnotatedHistogram> histograms(Path file, CancelToken token) {
    return workspace(root(file, token)).histograms();
  }

  /**
   * The histograms of a workspace after one patch of a patch set.
   *
   * @param patch the name of the patch; a bare list of operations is called {@code patch}
   * @throws ProblemException if there is no such patch, it does not fit the workspace, or the
   *     result is none
   */
  public static List<AnnotatedHistogram> histograms(
      Path file, Path patches, String patch, CancelToken token) {
    return workspace(patched(root(file, token), root(patches, token), patch)).histograms();
  }

  /**
   * The JSON document of a workspace, after a patch if one is given.
   *
   * @param patches a patch set or a bare list of operations; null for none
   * @param patch the name of the patch; null if there is only one
   * @throws ProblemException if a file is no single JSON value, or the patch does not fit
   */
  public static Cursor document(
      Path file, @Nullable Path patches, @Nullable String patch, CancelToken token) {
    Cursor root = root(file, token);
    return patches == null ? root : patched(root, root(patches, token), patch);
  }

  private static Cursor patched(Cursor root, Cursor document, @Nullable String patch) {
    if (!PyhfPatchSet.isPatch(document)) {
      throw document.problem(
          "this is no patch set.", "A patch set has \"patches\", each with name and operations.");
    }
    Map<String, List<Cursor>> known = PyhfPatchSet.parse(document).patches();
    String name = patch == null && known.size() == 1 ? known.keySet().iterator().next() : patch;
    List<Cursor> operations = name == null ? null : known.get(name);
    if (name == null || operations == null) {
      String what =
          name == null ? "the name of a patch is needed." : "there is no patch " + name + ".";
      throw document.problem(
          what,
          "Patches there: " + String.join(", ", known.keySet().stream().limit(20).toList()) + ".");
    }
    return new Cursor(root.file(), "", JsonPatch.apply(name, operations, root.node()));
  }

  private static Cursor root(Path file, CancelToken token) {
    List<Cursor> documents = TreeReader.json(file, false, token);
    if (documents.size() != 1) {
      throw new ProblemException(
          Problem.badInput(
              file.getFileName() + ": " + documents.size() + " values in place of one workspace.",
              "A workspace is one JSON object.",
              String.valueOf(file.getFileName()),
              0));
    }
    return documents.getFirst();
  }

  private static PyhfWorkspace workspace(Cursor root) {
    if (!PyhfWorkspace.isWorkspace(root)) {
      throw root.problem(
          "this is no pyhf workspace.",
          "A workspace has channels, observations, measurements and version.");
    }
    return new PyhfWorkspace(root);
  }

  private static TableSummary table(PyhfPatchSet set, boolean statistics) {
    List<Double> sizes = new ArrayList<>();
    set.patches().values().forEach(operations -> sizes.add((double) operations.size()));
    Values operations = Values.of(sizes.stream().mapToDouble(Double::doubleValue).toArray());
    return new TableSummary(
        "patches",
        set.patches().size(),
        List.of(
            new ColumnSummary("name", ColumnType.TEXT, "", null),
            new ColumnSummary(
                "operations",
                ColumnType.INTEGER,
                "",
                statistics ? Statistics.of(operations) : null)));
  }
}
