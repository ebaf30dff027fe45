package org.dipscope.core.format.pyhf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * A set of named patches for one workspace, such as one per signal point.
 *
 * @param patches the operations of each patch by its name
 */
record PyhfPatchSet(Map<String, List<Cursor>> patches) {
  private static final Pattern WHOLE_OBJECT =
      Pattern.compile("/channels/\\d+(?:/samples/\\d+(?:/modifiers/\\d+)?)?");

  /** Whether the document is a patch set, or a bare list of operations. */
  static boolean isPatch(Cursor document) {
    return document.has("patches")
        || (document.isList()
            && !document.items().isEmpty()
            && document.items().stream().allMatch(item -> item.has("op") && item.has("path")));
  }

  static PyhfPatchSet parse(Cursor document) {
    Map<String, List<Cursor>> patches = new LinkedHashMap<>();
    if (document.isList()) {
      patches.put("patch", document.items());
      return new PyhfPatchSet(patches);
    }
    for (Cursor patch : document.items("patches")) {
      String name = patch.get("metadata").get("name").text();
      if (patches.putIfAbsent(name, patch.get("patch").items()) != null) {
        throw patch.problem(
            "two patches have the name " + name + ".", "Give every patch a name of its own.");
      }
    }
    return new PyhfPatchSet(patches);
  }

  /**
   * What no workspace could satisfy, at most one problem per patch: a number or text in place of a
   * channel or sample.
   *
   * @throws ProblemException if no patch is left
   */
  List<Problem> impossible() {
    List<Problem> problems =
        patches.entrySet().stream()
            .flatMap(patch -> impossible(patch.getKey(), patch.getValue()).stream())
            .toList();
    if (!problems.isEmpty() && problems.size() == patches.size()) {
      throw new ProblemException(problems.getFirst());
    }
    return problems;
  }

  private static Optional<Problem> impossible(String name, List<Cursor> operations) {
    for (Cursor operation : operations) {
      String path = operation.text("path");
      boolean misplaced =
          operation.has("value")
              && !operation.get("value").isMap()
              && WHOLE_OBJECT.matcher(path).matches();
      if (misplaced) {
        String what =
            "patch %s puts a single value at %s, where an object belongs.".formatted(name, path);
        return Optional.of(operation.problem(what, "Correct the path of the operation.").problem());
      }
    }
    return Optional.empty();
  }
}
