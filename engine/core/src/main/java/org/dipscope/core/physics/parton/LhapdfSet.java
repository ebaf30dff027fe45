package org.dipscope.core.physics.parton;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A PDF set in LHAPDF6 format on disk: a folder NAME with NAME.info and NAME_0000.dat,
 * NAME_0001.dat and so on (arXiv:1412.7420, section 5). Opening a set reads its .info; members are
 * read when they are asked for. Immutable.
 */
public final class LhapdfSet {
  private static final int MOST_MEMBERS = 10_000;
  private static final String INFO = ".info";

  private final Path folder;
  private final String name;
  private final SetMetadata metadata;
  private final int members;
  private final ErrorMembers errors;

  private LhapdfSet(Path folder, String name, SetMetadata metadata) {
    this.folder = folder;
    this.name = name;
    this.metadata = metadata;
    this.members = metadata.integer("NumMembers", 1);
    if (members < 1 || members > MOST_MEMBERS) {
      throw metadata.invalid(
          "NumMembers", "announces " + members + " members; a set has 1 to " + MOST_MEMBERS);
    }
    int particle = metadata.integer("Particle", 2212);
    if (particle != 2212) {
      throw metadata.invalid(
          "Particle", "describes the particle " + particle + ", not the proton (2212)");
    }
    this.errors = ErrorMembers.of(metadata);
  }

  /**
   * Opens the set in a folder.
   *
   * @param folder the folder that holds the .info file
   * @throws ProblemException when there is none, or it is not a set of the proton
   */
  public static LhapdfSet open(Path folder) {
    return open(folder, SetMetadata.defaults());
  }

  static LhapdfSet open(Path folder, SetMetadata configuration) {
    Path info = infoFile(folder);
    String file = info.getFileName().toString();
    String name = file.substring(0, file.length() - INFO.length());
    List<String> lines = GridText.lines(info);
    return new LhapdfSet(folder, name, SetMetadata.parse(lines, info.toString(), 1, configuration));
  }

  /** The folder's own .info file, or the only one in it where the folder was renamed. */
  private static Path infoFile(Path folder) {
    Path own = folder.resolve(folder.toAbsolutePath().normalize().getFileName() + INFO);
    if (Files.isRegularFile(own)) {
      return own;
    }
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      List<Path> found =
          files.filter(f -> f.getFileName().toString().endsWith(INFO)).limit(2).toList();
      if (found.size() == 1) {
        return found.getFirst();
      }
    } catch (IOException e) {
      throw noSet(folder, e);
    }
    throw noSet(folder, null);
  }

  private static ProblemException noSet(Path folder, @Nullable Throwable cause) {
    return new ProblemException(
        Problem.badInput(
            "The folder " + folder + " holds no PDF set in LHAPDF6 format.",
            "Choose the folder that holds the set's .info file.",
            folder.toString(),
            0),
        cause);
  }

  /** Returns the name of the set. */
  public String name() {
    return name;
  }

  /** Returns the folder of the set. */
  public Path folder() {
    return folder;
  }

  /** Returns the description its authors gave it, in one line. */
  public String description() {
    return metadata.text("SetDesc", "").replaceAll("\\s+", " ").strip();
  }

  /** Returns the number of members, the central one (member 0) included. */
  public int members() {
    return members;
  }

  /** Returns whether the members after the central one describe an uncertainty. */
  public boolean hasErrors() {
    return errors.kind() != ErrorMembers.Kind.NONE && members > 2;
  }

  /**
   * Combines one value of a quantity per member to a central value and its uncertainty at 68.27 %
   * confidence: mean and standard deviation of replicas, else quadratic sums over eigenvectors,
   * rescaled from the confidence level of the set; α_s variations are added in quadrature.
   *
   * @param values one value per member, in order
   * @throws ProblemException when the set has no error members
   */
  public Uncertainty uncertainty(double[] values) {
    if (values.length != members) {
      throw new IllegalArgumentException(values.length + " values for " + members + " members");
    }
    return errors.combine(values);
  }

  /**
   * Reads a member.
   *
   * @param member 0 … members − 1
   * @throws ProblemException when there is no such member or its file is not valid
   */
  public PartonDistribution member(int member) {
    if (member < 0 || member >= members) {
      throw new ProblemException(
          Problem.badInput(
              "The PDF set " + name + " has no member " + member + ".",
              "Choose a member from 0 to " + (members - 1) + ".",
              folder.toString(),
              0));
    }
    Path file = folder.resolve(String.format(Locale.ROOT, "%s_%04d.dat", name, member));
    requireInside(file);
    GridFile.Content content = GridFile.read(file, metadata);
    SetMetadata keys = content.header();
    requireFormat(keys);
    String title = members == 1 ? name : name + "/" + member;
    return new GridPdf(
        title, oneLine(keys), content.grids(), CouplingChoice.of(keys), positivity(keys));
  }

  private void requireInside(Path file) {
    try {
      if (Files.exists(file) && !file.toRealPath().startsWith(folder.toRealPath())) {
        throw new ProblemException(
            Problem.badInput(
                "The file " + file + " is a link out of the folder of its PDF set.",
                "Copy the file itself into the folder.",
                file.toString(),
                0));
      }
    } catch (IOException e) {
      throw noSet(folder, e);
    }
  }

  private static void requireFormat(SetMetadata keys) {
    String format = keys.text("Format", "lhagrid1");
    if (!format.equals("lhagrid1")) {
      throw keys.invalid("Format", "names the format \"" + format + "\"; lhagrid1 is known");
    }
    String interpolator = keys.text("Interpolator", "logcubic");
    if (!interpolator.equalsIgnoreCase("logcubic")) {
      throw keys.invalid(
          "Interpolator", "asks for the interpolation \"" + interpolator + "\"; logcubic is known");
    }
    String extrapolator = keys.text("Extrapolator", "continuation");
    if (!extrapolator.equalsIgnoreCase("continuation")) {
      throw keys.invalid(
          "Extrapolator",
          "asks for the extrapolation \"" + extrapolator + "\"; continuation is known");
    }
  }

  private static GridPdf.Positivity positivity(SetMetadata keys) {
    int mode = keys.integer("ForcePositive", 0);
    GridPdf.Positivity[] known = GridPdf.Positivity.values();
    if (mode < 0 || mode >= known.length) {
      throw keys.invalid("ForcePositive", "needs ForcePositive 0, 1 or 2");
    }
    return known[mode];
  }

  private String oneLine(SetMetadata keys) {
    String order =
        switch (keys.integer("OrderQCD", -1)) {
          case -1 -> "";
          case 0 -> ", LO";
          case 1 -> ", NLO";
          case 2 -> ", NNLO";
          default -> ", beyond NNLO";
        };
    return name + " (LHAPDF grid)" + order + ", α_s " + CouplingChoice.describe(keys);
  }
}
