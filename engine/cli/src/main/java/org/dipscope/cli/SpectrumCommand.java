package org.dipscope.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.spectrum.DifferentialSpectrum;
import org.dipscope.core.physics.spectrum.EfficiencyModel;
import org.dipscope.core.physics.spectrum.Normalisation;
import org.dipscope.core.physics.spectrum.ProtonCollisions;
import org.dipscope.core.physics.spectrum.SignalPrediction;
import org.dipscope.core.physics.spectrum.SpectrumGrid;
import org.dipscope.core.physics.spectrum.SpectrumPoint;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The mass spectrum of top pairs at a hadron collider. */
@CommandLine.Command(
    name = "spectrum",
    description = {
      "The mass spectrum of top pairs with one resonance in proton collisions.",
      "",
      "With --mass-points: d sigma/dM in pb/GeV, without detector. With --edges or --bins: expected"
          + " events per bin of the reconstructed mass, at the luminosity, after efficiency and"
          + " resolution. K factors multiply both. The strong coupling of the cross-sections is"
          + " that of the parton distributions at the scale; --alpha-s enters the width into"
          + " gluons only."
    })
final class SpectrumCommand implements Command {

  /** What the command prints: points, or bins with their edges. */
  record Report(
      ResonanceReport resonance,
      String set,
      @JsonInclude(JsonInclude.Include.NON_NULL) double @Nullable [] edges,
      List<Point> points) {}

  /** Cross-sections at a mass, or expected events in the bin around it. */
  record Point(
      double mass,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double low,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double high,
      double bornGg,
      double bornQq,
      double signal,
      double interference) {}

  @Mixin private ResonanceOptions resonance = new ResonanceOptions();
  @Mixin private ModelOptions constants = new ModelOptions();
  @Mixin private CollisionOptions collision = new CollisionOptions();
  @Mixin private BinningOptions bins = new BinningOptions();

  @Option(
      names = "--mass-points",
      paramLabel = "M1,M2,...",
      description = "Masses of the pair in GeV at which to print d sigma/dM.")
  private @Nullable NumberList massPoints;

  @Option(
      names = "--luminosity",
      paramLabel = "INVFB",
      description = "Integrated luminosity in fb^-1 (default: 140).")
  private double luminosityInvFb = 140;

  @Option(
      names = "--resolution",
      paramLabel = "R",
      description = "Relative Gaussian resolution of the mass, such as 0.08 (default: 0).")
  private double resolution;

  @Option(
      names = "--k-born",
      paramLabel = "K",
      description = "K factor of the background (default: 1).")
  private double kBorn = 1;

  @Option(
      names = "--k-signal",
      paramLabel = "K",
      description = "K factor of the signal (default: 1).")
  private double kSignal = 1;

  @Option(
      names = "--k-interference",
      paramLabel = "K",
      description = "K factor of the interference (default: the geometric mean of the other two).")
  private @Nullable Double kInterference;

  @Option(
      names = "--efficiency",
      paramLabel = "none|published",
      converter = EfficiencyConverter.class,
      description = "Selection: none, or lepton + jets of arXiv:1901.03417 (default: none).")
  private EfficiencyModel efficiency = EfficiencyModel.NONE;

  @Override
  public Object run(Session session) {
    if (bins.given() == (massPoints != null)) {
      throw new ProblemException(
          Problem.usage(
              bins.given()
                  ? "--mass-points and bins exclude each other."
                  : "Neither masses nor bins are given.",
              "Give --mass-points for d sigma/dM, or --edges or --bins for expected events."));
    }
    StandardModel model = constants.model();
    Resonance state = resonance.resonance(model);
    ProtonCollisions collisions = collision.collisions();
    return massPoints == null
        ? binned(model, state, collisions)
        : differential(model, state, collisions, massPoints.values());
  }

  private Report differential(
      StandardModel model, Resonance state, ProtonCollisions collisions, double[] masses) {
    Normalisation factors = normalisation(1);
    DifferentialSpectrum spectrum = new DifferentialSpectrum(model, collisions, List.of(state));
    List<Point> points = new ArrayList<>();
    for (double mass : masses) {
      SpectrumPoint point = spectrum.at(mass);
      points.add(
          new Point(
              mass,
              null,
              null,
              factors.kBorn() * point.bornGg(),
              factors.kBorn() * point.bornQq(),
              factors.kSignal() * point.signal(),
              factors.kInterference() * point.interference()));
    }
    return new Report(ResonanceReport.of(model, state), collisions.partons().name(), null, points);
  }

  private Report binned(StandardModel model, Resonance state, ProtonCollisions collisions) {
    Binning binning = bins.binning();
    Normalisation normalisation = normalisation(luminosityInvFb);
    SpectrumGrid grid = new SpectrumGrid(model, collisions, binning, resolution, efficiency);
    double[] gluons = grid.bornGg(normalisation).rate();
    double[] quarks = grid.bornQq(normalisation).rate();
    SignalPrediction prediction = grid.predict(List.of(state), normalisation);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < binning.count(); i++) {
      points.add(
          new Point(
              binning.centre(i),
              binning.low(i),
              binning.high(i),
              gluons[i],
              quarks[i],
              prediction.signal()[i],
              prediction.interference()[i]));
    }
    return new Report(
        ResonanceReport.of(model, state), collisions.partons().name(), binning.edges(), points);
  }

  private Normalisation normalisation(double luminosity) {
    return kInterference == null
        ? Normalisation.geometric(luminosity, kBorn, kSignal)
        : new Normalisation(luminosity, kBorn, kSignal, kInterference);
  }
}
