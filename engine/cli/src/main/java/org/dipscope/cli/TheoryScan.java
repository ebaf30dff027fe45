package org.dipscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dipscope.core.analysis.Analysis;
import org.dipscope.core.analysis.FitSettings;
import org.dipscope.core.analysis.SpectrumData;
import org.dipscope.core.analysis.SpectrumGrids;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.format.csv.SpectrumCsv;
import org.dipscope.core.histogram.Correlation;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.likelihood.Axis;
import org.dipscope.core.likelihood.LikelihoodSurface;
import org.dipscope.core.likelihood.ParameterGrid;
import org.dipscope.core.likelihood.SurfaceOptions;
import org.dipscope.core.likelihood.SurfaceScan;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.Scalar;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The likelihood of a spectrum over two parameters of a scalar. */
final class TheoryScan {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "HIST",
      description = "The spectrum: a text table of counts or of a measured cross-section.")
  private @Nullable Path data;

  @Mixin private BlindSpotOptions blindSpots = new BlindSpotOptions();
  @Mixin private HypothesisOptions hypothesis = new HypothesisOptions();
  @Mixin private ConditionOptions conditions = new ConditionOptions();

  @Option(
      names = "--systematics",
      paramLabel = "none|default",
      converter = SystematicsConverter.class,
      description =
          "Statistics only, or with the usual nuisances profiled: luminosity, top-pair"
              + " normalisation, tilt and threshold, mass scale, resolution (default: default).")
  private Systematics systematics = Systematics.DEFAULT;

  @Option(
      names = "--correlation",
      paramLabel = "L",
      description =
          "Systematic errors of a measured cross-section are correlated over this distance in ln"
              + " m (default: 1).")
  private double correlation = Correlation.DEFAULT.length();

  /** The surface as it is printed. */
  Object run(SurfaceOptions options, Session session) {
    if (data == null && !blindSpots.isAsked()) {
      throw new ProblemException(
          Problem.usage("--data is missing.", "Give --data, or name the file of a model."));
    }
    blindSpots.requireUse(data != null);
    Map<ScanParameter, Sweep> ranges = hypothesis.ranges();
    if (ranges.size() != 2) {
      throw new ProblemException(
          Problem.usage(
              "A scan needs two parameters given as ranges, not " + ranges.size() + ".",
              "Write two of --mass, --width, --relative-width, --tan-beta, --coupling and"
                  + " --signal-strength as LO:HI:N."));
    }
    List<ScanParameter> axes = new ArrayList<>(ranges.keySet());
    ParameterGrid grid = new ParameterGrid(axis(axes.get(0), ranges), axis(axes.get(1), ranges));
    Scalar scalar = hypothesis.scalar();
    Spectrum spectrum = data == null ? blindSpots.bins() : SpectrumCsv.read(data);
    Scenario scenario =
        conditions.scenario(scalar, hypothesis.signalStrength(), luminosity(spectrum));
    SpectrumData fitted =
        SpectrumData.of(spectrum, new Correlation(correlation), scenario.topMassGeV(), "");
    session.progress().say("Scanning " + grid.size() + " points.");
    Task task = new Task(session, axes, options);
    return report(task, fitted, scenario, grid);
  }

  /** Who asks, for what. */
  private record Task(Session session, List<ScanParameter> axes, SurfaceOptions options) {}

  private Object report(Task task, SpectrumData fitted, Scenario scenario, ParameterGrid grid) {
    Session session = task.session();
    List<ScanParameter> axes = task.axes();
    String nameX = key(axes.get(0));
    String nameY = key(axes.get(1));
    Analysis analysis =
        Analysis.of(
            fitted,
            scenario,
            FitSettings.DEFAULT.withSystematics(systematics == Systematics.DEFAULT),
            new SpectrumGrids());
    try (Crew crew = new Crew(session.threads())) {
      Workers workers = crew.workers();
      SurfaceScan scan =
          analysis.scan(scenario, axes.get(0), axes.get(1), grid, workers, session.cancel());
      BlindSpotReport map =
          blindSpots.isAsked() ? blindSpots.report(scan, data != null, workers, session) : null;
      if (map != null && data == null) {
        return new BlindSpotReport.Alone(nameX, nameY, scan.grid(), map);
      }
      LikelihoodSurface surface = scan.compute(task.options(), workers, session.cancel());
      SurfaceReport report = SurfaceReport.of(surface, nameX, nameY);
      return map == null ? report : new BlindSpotReport.Beside(report, map);
    }
  }

  private static Axis axis(ScanParameter parameter, Map<ScanParameter, Sweep> ranges) {
    Sweep sweep = ranges.getOrDefault(parameter, new Sweep(0, 0, 1));
    return Axis.linear(
        parameter.label(), parameter.unit(), sweep.low(), sweep.high(), sweep.count());
  }

  private static @Nullable Double luminosity(Spectrum spectrum) {
    return spectrum instanceof CountSpectrum counts ? counts.luminosityInvFb() : null;
  }

  /** tan-beta becomes tanBeta, as all keys are written. */
  private static String key(ScanParameter parameter) {
    StringBuilder key = new StringBuilder();
    boolean capital = false;
    for (char letter : parameter.option().toCharArray()) {
      if (letter != '-') {
        key.append(capital ? Character.toUpperCase(letter) : letter);
      }
      capital = letter == '-';
    }
    return key.toString();
  }

  /** Which systematic uncertainties are profiled. */
  enum Systematics {
    NONE,
    DEFAULT
  }

  /** none or default. */
  static final class SystematicsConverter implements ITypeConverter<Systematics> {
    @Override
    public Systematics convert(String text) {
      return switch (text) {
        case "none" -> Systematics.NONE;
        case "default" -> Systematics.DEFAULT;
        default -> throw new TypeConversionException("'" + text + "' is not none or default");
      };
    }
  }
}
