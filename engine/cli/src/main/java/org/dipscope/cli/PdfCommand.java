package org.dipscope.cli;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.physics.parton.PartonDistribution;
import org.dipscope.core.physics.parton.PartonsAtScale;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Values of a parton distribution. */
@CommandLine.Command(
    name = "pdf",
    description = {
      "Values x f(x, Q) of parton distributions, and the strong coupling of the set.",
      "",
      "One value for every pair of scale and momentum fraction; 'alphaS' has one value for every"
          + " scale, in the order given."
    })
final class PdfCommand implements Command {

  private static final int HEAVIEST_QUARK = 6;
  private static final int GLUON = 21;
  private static final int PHOTON = 22;

  /** What the command prints. */
  record Report(String set, List<Value> values, double[] alphaS) {}

  /** x f at one point, Q in GeV. */
  record Value(int pid, double x, double q, double xf) {}

  @Mixin private PdfOptions pdf = new PdfOptions();

  @Option(
      names = "--pid",
      required = true,
      paramLabel = "P",
      description =
          "Parton by its PDG number: d u s c b t are 1 to 6, antiquarks negative, the gluon 21.")
  private int pid;

  @Option(
      names = "--x",
      required = true,
      paramLabel = "X1,X2,...",
      description = "Momentum fractions, above 0 and at most 1.")
  private NumberList fractions = new NumberList(new double[0]);

  @Option(names = "--q", required = true, paramLabel = "Q1,Q2,...", description = "Scales in GeV.")
  private NumberList scales = new NumberList(new double[0]);

  @Override
  public Object run(Session session) {
    if (!(Math.abs(pid) <= HEAVIEST_QUARK || pid == GLUON || pid == PHOTON)) {
      throw new ProblemException(
          Problem.badInput(
              "There is no parton with the number " + pid + ".",
              "Use 1 to 6 for d u s c b t, negative for antiquarks, 21 for the gluon."));
    }
    PartonDistribution partons = pdf.open();
    List<Value> values = new ArrayList<>();
    double[] alphaS = new double[scales.values().length];
    for (int i = 0; i < alphaS.length; i++) {
      double q = scales.values()[i];
      PartonsAtScale atScale = partons.atScale(q);
      alphaS[i] = atScale.alphaS();
      for (double x : fractions.values()) {
        values.add(new Value(pid, x, q, atScale.xf(pid, x)));
      }
    }
    return new Report(partons.name(), values, alphaS);
  }
}
