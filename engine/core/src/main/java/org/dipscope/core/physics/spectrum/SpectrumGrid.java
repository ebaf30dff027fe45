package org.dipscope.core.physics.spectrum;

import java.util.List;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Everything about a binned spectrum of top pairs that does not depend on the resonances:
 * luminosities, Born cross-sections, loop functions and efficiencies on quadrature nodes, and the
 * share of each node in each bin. Immutable and safe for use by several threads; what depends on
 * the resonances is left to one {@link SpectrumEvaluator} per thread.
 *
 * <p>The content of bin i is ∫ dM ε(M) (dσ/dM) [Φ((e_{i+1} − M)/RM) − Φ((e_i − M)/RM)] for bin
 * edges e in the reconstructed mass and a relative resolution R; with R = 0 it is the integral over
 * the bin.
 */
public final class SpectrumGrid {
  /** More bins than any screen or search has. */
  public static final int MOST_BINS = 10_000;

  private static final int ORDER = 12;
  private static final double LARGEST_RESOLUTION = 0.5;
  private static final double SMALLEST_RESOLUTION = 1e-4;

  private final StandardModel model;
  private final Binning binning;
  private final double resolution;
  private final PoleRule rule;
  private final CellGeometry cells;
  private final NodeTable nodes;
  private final SmearingMatrix matrix;
  private final Templates bornGg;
  private final Templates bornQq;

  /**
   * Prepares a spectrum.
   *
   * @param model constants
   * @param collisions protons and scale
   * @param binning bins of the reconstructed mass in GeV, at most {@link #MOST_BINS}
   * @param resolution relative mass resolution R, 0 or from 1e-4 to 0.5
   * @param efficiency selection
   * @throws ProblemException if there are too many bins or R is out of range
   */
  public SpectrumGrid(
      StandardModel model,
      ProtonCollisions collisions,
      Binning binning,
      double resolution,
      EfficiencyModel efficiency) {
    check(binning, resolution);
    this.model = model;
    this.binning = binning;
    this.resolution = resolution;
    this.rule = PoleRule.ofOrder(ORDER);
    double[] boundaries =
        CellLayout.boundaries(model.topMassGeV(), collisions.energyGeV(), binning, resolution);
    this.cells = new CellGeometry(rule, momenta(model, boundaries));
    int quadrature = ORDER * (boundaries.length - 1);
    this.nodes = new NodeTable(quadrature + (resolution == 0 ? binning.count() + 1 : 0));
    fillNodes(new NodeTable.Filler(model, collisions, efficiency), quadrature);
    this.matrix = SmearingMatrix.of(ORDER, boundaries, nodes.mass, binning, resolution);
    double[] scratch = new double[binning.count()];
    this.bornGg = emptyTemplates();
    this.bornQq = emptyTemplates();
    fold(nodes.bornGg, bornGg, scratch);
    fold(nodes.bornQq, bornQq, scratch);
  }

  private static void check(Binning binning, double resolution) {
    if (binning.count() > MOST_BINS) {
      throw new ProblemException(
          Problem.badInput(
              "The spectrum has " + binning.count() + " bins.",
              "Ask for at most " + MOST_BINS + " bins, or rebin the data."));
    }
    boolean inRange = resolution >= SMALLEST_RESOLUTION && resolution <= LARGEST_RESOLUTION;
    if (resolution != 0 && !inRange) {
      throw new ProblemException(
          Problem.badInput(
              "The relative mass resolution is " + resolution + ".",
              "Give 0 for a perfect detector, or a value from 1e-4 to 0.5 such as 0.08."));
    }
  }

  /** t = √(s − 4m_t²) at the cell boundaries. */
  private static double[] momenta(StandardModel model, double[] masses) {
    double threshold = 2 * model.topMassGeV();
    double[] t = new double[masses.length];
    for (int i = 0; i < t.length; i++) {
      t[i] = Math.sqrt(Math.max(0, (masses[i] - threshold) * (masses[i] + threshold)));
    }
    return t;
  }

  private void fillNodes(NodeTable.Filler filler, int quadrature) {
    double threshold = 2 * model.topMassGeV();
    for (int j = 0; j < quadrature; j++) {
      int cell = j / ORDER;
      double t = cells.centre(cell) + cells.half(cell) * rule.nodes()[j % ORDER];
      double weight = rule.weights()[j % ORDER] * cells.half(cell) * 2 * t;
      filler.fill(nodes, j, Math.hypot(t, threshold), weight);
    }
    for (int j = quadrature; j < nodes.count(); j++) {
      double edge = Math.max(0, binning.edges()[j - quadrature]);
      filler.fill(nodes, j, edge, 2 * edge * edge);
    }
  }

  /** The bins of the reconstructed mass. */
  public Binning binning() {
    return binning;
  }

  /** The relative mass resolution R. */
  public double resolution() {
    return resolution;
  }

  /** The constants of the partonic cross-sections. */
  public StandardModel model() {
    return model;
  }

  /** The expected background gg → tt̄ without resonances. */
  public Templates bornGg(Normalisation normalisation) {
    return scaled(bornGg, normalisation.background());
  }

  /** The expected background qq̄ → tt̄. */
  public Templates bornQq(Normalisation normalisation) {
    return scaled(bornQq, normalisation.background());
  }

  /** The expected background of both origins. */
  public Templates background(Normalisation normalisation) {
    Templates sum = bornGg(normalisation);
    Templates quarks = bornQq(normalisation);
    add(sum.rate(), quarks.rate());
    add(sum.scaleSlope(), quarks.scaleSlope());
    add(sum.resolutionSlope(), quarks.resolutionSlope());
    return sum;
  }

  /** Signal and interference for one set of resonances; a loop over many keeps an evaluator. */
  public SignalPrediction predict(List<Resonance> resonances, Normalisation normalisation) {
    SpectrumEvaluator evaluator = new SpectrumEvaluator(this);
    SignalPrediction prediction =
        new SignalPrediction(
            new double[binning.count()], new double[binning.count()], emptyTemplates());
    evaluator.rates(resonances, normalisation, prediction.signal(), prediction.interference());
    evaluator.templates(resonances, normalisation, prediction.total());
    return prediction;
  }

  /** Arrays of zeros for the bins. */
  public Templates emptyTemplates() {
    int bins = binning.count();
    return new Templates(new double[bins], new double[bins], new double[bins]);
  }

  NodeTable nodes() {
    return nodes;
  }

  PoleRule rule() {
    return rule;
  }

  CellGeometry cells() {
    return cells;
  }

  /** Adds the bin contents for contributions of the nodes. */
  void addRate(double[] contributions, double[] bins, double[] scratch) {
    matrix.addRate(contributions, bins, scratch);
  }

  /** Adds bin contents and slopes for contributions of the nodes. */
  void fold(double[] contributions, Templates into, double[] scratch) {
    matrix.addRate(contributions, into.rate(), scratch);
    if (resolution > 0) {
      matrix.addScaleSlope(contributions, into.scaleSlope(), scratch);
      matrix.addResolutionSlope(contributions, into.resolutionSlope(), scratch);
      return;
    }
    int edge = contributions.length - binning.count() - 1;
    for (int i = 0; i < binning.count(); i++) {
      into.scaleSlope()[i] += contributions[edge + i] - contributions[edge + i + 1];
    }
  }

  private static Templates scaled(Templates templates, double factor) {
    return new Templates(
        scaled(templates.rate(), factor),
        scaled(templates.scaleSlope(), factor),
        scaled(templates.resolutionSlope(), factor));
  }

  private static double[] scaled(double[] values, double factor) {
    double[] product = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      product[i] = values[i] * factor;
    }
    return product;
  }

  private static void add(double[] sum, double[] values) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += values[i];
    }
  }
}
