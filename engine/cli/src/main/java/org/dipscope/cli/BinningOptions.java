package org.dipscope.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Bins, in one of two ways that exclude each other. */
final class BinningOptions {

  /**
   * Edges of uniform bins.
   *
   * @param edges one more than bins
   */
  record Uniform(double[] edges) {}

  @Option(
      names = "--edges",
      paramLabel = "E0,E1,...",
      description = "Edges of the bins, strictly increasing.")
  private @Nullable NumberList edges;

  @Option(
      names = "--bins",
      paramLabel = "N,LO,HI",
      converter = UniformBins.class,
      description = "Bins of equal width.")
  private @Nullable Uniform uniform;

  boolean given() {
    return edges != null || uniform != null;
  }

  Binning binning() {
    if (edges != null && uniform != null) {
      throw new ProblemException(
          Problem.usage("--edges and --bins exclude each other.", "Give one of them."));
    }
    if (edges != null) {
      return Binning.of(edges.values());
    }
    if (uniform != null) {
      return Binning.of(uniform.edges());
    }
    throw new ProblemException(
        Problem.usage("No bins are given.", "Give --edges E0,E1,... or --bins N,LO,HI."));
  }

  /** The option that gives the same bins again. */
  String asOption() {
    double[] given = binning().edges();
    if (uniform != null) {
      int last = given.length - 1;
      return "--bins " + last + "," + given[0] + "," + given[last];
    }
    String list = Arrays.stream(given).mapToObj(Double::toString).collect(Collectors.joining(","));
    return "--edges " + list;
  }

  /** N,LO,HI. */
  static final class UniformBins implements ITypeConverter<Uniform> {
    @Override
    public Uniform convert(String text) {
      return new Uniform(NumberText.bins(text));
    }
  }
}
