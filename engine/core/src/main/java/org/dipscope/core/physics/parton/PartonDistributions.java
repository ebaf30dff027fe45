package org.dipscope.core.physics.parton;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Opens parton distributions by name: the built-in set, an LHAPDF6 set by name, id or folder. */
public final class PartonDistributions {
  /** The name of the built-in set {@link BuiltinPdf#MSTW2008LO}. */
  public static final String BUILTIN = "builtin";

  /** The name of the self-test set {@link LesHouchesToy#VARIABLE_FLAVOURS}. */
  public static final String TOY = "toy";

  private static final String HINT =
      "Set LHAPDF_DATA_PATH to the folder that holds the set's folder, give that folder itself, or"
          + " choose \"builtin\".";

  private PartonDistributions() {}

  /**
   * Opens a member of a set on the search path of this process.
   *
   * @param nameOrPath "builtin"; "toy"; the name of a set on the {@link LhapdfPath}; its LHAPDF id,
   *     looked up in pdfsets.index; or the folder of a set
   * @param member member number, 0 the central one
   * @throws ProblemException when there is no such set or member, or it is not valid; the message
   *     tells where sets were looked for
   */
  public static PartonDistribution open(String nameOrPath, int member) {
    return open(nameOrPath, member, LhapdfPath.ofThisProcess());
  }

  /**
   * Opens a member of a set on a given search path.
   *
   * @param nameOrPath as in {@link #open(String, int)}
   * @param member member number, 0 the central one
   * @param path folders that hold sets
   * @throws ProblemException as in {@link #open(String, int)}
   */
  public static PartonDistribution open(String nameOrPath, int member, LhapdfPath path) {
    if (nameOrPath.equals(BUILTIN) || nameOrPath.equals(TOY)) {
      if (member != 0) {
        throw problem(
            "The set \"" + nameOrPath + "\" has no member " + member + ".", "Use member 0.");
      }
      return nameOrPath.equals(TOY) ? LesHouchesToy.VARIABLE_FLAVOURS : BuiltinPdf.MSTW2008LO;
    }
    if (nameOrPath.matches("[0-9]{1,9}")) {
      int id = Integer.parseInt(nameOrPath);
      LhapdfPath.Indexed found =
          path.byId(id)
              .orElseThrow(
                  () ->
                      problem("No pdfsets.index knows the id " + id + " in: " + path + ".", HINT));
      return set(found.name(), path).member(Math.addExact(found.member(), Math.max(member, 0)));
    }
    return set(nameOrPath, path).member(member);
  }

  /**
   * Opens a set without reading a member.
   *
   * @param nameOrPath the name of a set on the path, or its folder
   * @param path folders that hold sets
   * @throws ProblemException when there is no such set or its .info file is not valid
   */
  public static LhapdfSet set(String nameOrPath, LhapdfPath path) {
    boolean isPath = nameOrPath.contains("/") || nameOrPath.contains("\\");
    if (!isPath && !LhapdfPath.isSetName(nameOrPath)) {
      throw problem(
          "\"" + SetMetadata.shortened(nameOrPath) + "\" is not the name of a PDF set.", HINT);
    }
    Optional<Path> found = isPath ? folder(nameOrPath) : path.locate(nameOrPath);
    Path folder =
        found
            .or(() -> folder(nameOrPath))
            .orElseThrow(
                () ->
                    problem(
                        isPath
                            ? "There is no folder " + SetMetadata.shortened(nameOrPath) + "."
                            : "No PDF set " + nameOrPath + " was found in: " + path + ".",
                        HINT));
    return LhapdfSet.open(folder, path.configuration());
  }

  /**
   * Returns the sets found on the search path of this process; see {@link #installed(LhapdfPath)}.
   */
  public static List<InstalledSet> installed() {
    return installed(LhapdfPath.ofThisProcess());
  }

  /**
   * Returns the built-in set and all sets on a path, sorted by name within each folder. Sets that
   * cannot be read are listed with the reason.
   *
   * @param path folders that hold sets
   */
  public static List<InstalledSet> installed(LhapdfPath path) {
    List<InstalledSet> sets = new ArrayList<>();
    sets.add(new InstalledSet(BUILTIN, BuiltinPdf.MSTW2008LO.description(), 1, null, null));
    for (Path folder : path.sets()) {
      String name = folder.getFileName().toString();
      try {
        LhapdfSet set = LhapdfSet.open(folder);
        sets.add(new InstalledSet(name, set.description(), set.members(), folder, null));
      } catch (ProblemException e) {
        sets.add(new InstalledSet(name, e.problem().message(), 0, folder, e.problem()));
      }
    }
    return sets;
  }

  private static Optional<Path> folder(String text) {
    try {
      Path folder = Path.of(text);
      return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static ProblemException problem(String message, String hint) {
    return new ProblemException(Problem.badInput(message, hint));
  }
}
