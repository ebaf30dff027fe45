package org.dipscope.core.histfactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.pyhf.PyhfReader;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.format.tree.TreeReader;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Opens files with binned models: workspaces of HistFactory in JSON, and interference models. */
public final class ModelFiles {
  private ModelFiles() {}

  /**
   * Reads a model.
   *
   * @param file a workspace, or an interference model {@code {"bins", "observed"?, "nuisances"?}};
   *     a file of the same name with {@code .axes.json} in place of {@code .json} adds the axes of
   *     channels
   * @param patches a patch or set of patches (RFC 6902) to apply before; null for none
   * @param patch the name of the patch in a set; null if there is only one
   * @throws ProblemException with file, line, place and remedy if the file is no model
   */
  public static Workspace read(
      Path file, @Nullable Path patches, @Nullable String patch, CancelToken token) {
    return of(file, PyhfReader.document(file, patches, patch, token), token);
  }

  /**
   * The model in a document.
   *
   * @param file where it stands
   * @throws ProblemException as {@link #read}
   */
  public static Workspace of(Path file, Cursor root, CancelToken token) {
    return read(root, () -> axes(file, token));
  }

  /**
   * Reads a model that is no file.
   *
   * @param place what stands for the file in messages
   * @throws ProblemException with place and remedy if the text is no model
   */
  public static Workspace read(String place, String json) {
    Cursor root = TreeReader.yamlText(place, json, new CancelToken()).getFirst(); // JSON is YAML
    return read(root, Map::of);
  }

  private static Workspace read(Cursor root, Supplier<Map<String, ChannelAxis>> axes) {
    if (MorphingReader.isMorphing(root)) {
      return MorphingReader.read(root);
    }
    if (!root.has("channels")) {
      throw root.problem(
          "this is no model.",
          "A workspace has channels, observations and measurements; an interference model has bins"
              + " and observed.");
    }
    return WorkspaceReader.read(root, axes.get());
  }

  private static Map<String, ChannelAxis> axes(Path file, CancelToken token) {
    Path sideCar = sideCar(file);
    return Files.isRegularFile(sideCar)
        ? WorkspaceReader.axes(PyhfReader.document(sideCar, null, null, token))
        : Map.of();
  }

  /** Where the axes of the channels of a workspace stand. */
  static Path sideCar(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    return file.resolveSibling(name + ".axes.json");
  }
}
