package org.dipscope.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.dipscope.core.analysis.SpectrumGrids;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.format.csv.CsvWriter;
import org.dipscope.core.format.json.ContentsJson;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.physics.spectrum.Normalisation;
import org.dipscope.core.physics.spectrum.SignalPrediction;
import org.dipscope.core.physics.spectrum.SpectrumGrid;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.simulation.EventGenerator;
import org.dipscope.core.simulation.PseudoExperiment;
import org.dipscope.core.simulation.SimulatedEvents;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pseudo-data of a scenario, as counts or as events. */
@CommandLine.Command(
    name = "generate",
    description = {
      "Pseudo-data with an injected scalar, written to a file.",
      "",
      "With --bins or --edges: a spectrum of counts, fluctuated by Poisson statistics, or exactly"
          + " as expected with --asimov. With --events N: N background events of positive weight"
          + " (label 0) and N of signal plus interference of signed weight (label 1), drawn from"
          + " the exact leading-order density, with the columns m_tt, m_reco (after resolution),"
          + " y_tt, z, weight and label; the weights in a region sum to the events expected there."
          + " --signal-strength 0 leaves the background alone.",
      "",
      "The extension of the file chooses the format: csv, or json for counts. The file says how it"
          + " was made; the same options and seed give the same file, whatever --threads is."
    })
final class GenerateCommand implements Command {
  private static final int LARGEST_MASS_GEV = 2000;

  /** What the command prints. */
  record Report(
      String file,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long seed,
      String command,
      double background,
      double signalPlusInterference,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double observed,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer events) {}

  @Mixin private HypothesisOptions hypothesis = new HypothesisOptions();
  @Mixin private ConditionOptions conditions = new ConditionOptions();
  @Mixin private BinningOptions bins = new BinningOptions();

  @Option(names = "--events", paramLabel = "N", description = "Draw N events of each label.")
  private @Nullable Integer events;

  @Option(
      names = "--mass-max",
      paramLabel = "GEV",
      description = "Largest mass of events (default: 2000).")
  private double largestMassGeV = LARGEST_MASS_GEV;

  @Option(names = "--asimov", description = "Write expected counts instead of fluctuated ones.")
  private boolean asimov;

  @Option(names = "--seed", paramLabel = "S", description = "Random seed (default: 1).")
  private long seed = 1;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What to call the spectrum (default: pseudo-data).")
  private String name = "pseudo-data";

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description = "The file to write; an old one is replaced.")
  private Path output = Path.of("");

  @Override
  public Object run(Session session) throws IOException {
    if (bins.given() == (events != null)) {
      throw usage(
          bins.given()
              ? "--events and bins exclude each other."
              : "Neither bins nor events are given.",
          "Give --bins or --edges for counts, or --events for events.");
    }
    if (asimov && events != null) {
      throw usage("--asimov is for counts.", "Leave it out, or give --bins instead of --events.");
    }
    hypothesis.requireValues();
    Scenario scenario = conditions.scenario(hypothesis.scalar(), hypothesis.signalStrength(), null);
    return events == null ? counts(scenario) : events(scenario, events, session);
  }

  private Report counts(Scenario scenario) {
    Binning binning = bins.binning();
    SpectrumGrid grid = new SpectrumGrids().grid(scenario, binning);
    Normalisation normalisation = scenario.normalisation(scenario.luminosityInvFb());
    double[] background = grid.background(normalisation).rate();
    SignalPrediction signal = grid.predict(scenario.resonances(), normalisation);
    double[] expected = new double[binning.count()];
    double effect = 0;
    for (int i = 0; i < expected.length; i++) {
      double both = signal.signal()[i] + signal.interference()[i];
      expected[i] = background[i] + both;
      effect += both;
    }
    double[] observed = asimov ? expected : PseudoExperiment.counts(expected, seed);
    String command = command(scenario, bins.asOption() + (asimov ? " --asimov" : seedOption()));
    write(
        new CountSpectrum(
            name,
            new Axis("m_tt", "GeV", binning),
            Values.of(observed),
            scenario.luminosityInvFb(),
            command));
    return new Report(
        output.toString(),
        asimov ? null : seed,
        command,
        Arrays.stream(background).sum(),
        effect,
        Arrays.stream(observed).sum(),
        null);
  }

  private void write(CountSpectrum spectrum) {
    switch (extension()) {
      case "csv" -> CsvWriter.write(output, spectrum);
      case "json" -> {
        String json = JsonOutput.text(ContentsJson.histogram(spectrum.toHistogram()));
        AtomicFile.write(output, writer -> writer.write(json + "\n"));
      }
      default ->
          throw usage(
              "The name " + output + " does not say which format to write.",
              "Use the extension csv or json.");
    }
  }

  private Report events(Scenario scenario, int count, Session session) {
    if (!extension().equals("csv")) {
      throw usage("Events can be written to csv files only.", "Use the extension csv.");
    }
    EventGenerator generator =
        new EventGenerator(
            scenario.standardModel(),
            new SpectrumGrids().collisions(scenario),
            scenario.resonances(),
            scenario.normalisation(scenario.luminosityInvFb()),
            scenario.efficiency(),
            scenario.resolution(),
            largestMassGeV);
    int signal = scenario.signalStrength() == 0 ? 0 : count;
    SimulatedEvents drawn = generator.draw(count, signal, seed, session.cancel());
    String command =
        command(scenario, "--events " + count + " --mass-max " + largestMassGeV + seedOption());
    AtomicFile.write(output, writer -> write(drawn, command, writer));
    double[] sums = new double[2];
    for (int i = 0; i < drawn.count(); i++) {
      sums[drawn.label()[i]] += drawn.weight()[i];
    }
    return new Report(output.toString(), seed, command, sums[0], sums[1], null, drawn.count());
  }

  private static void write(SimulatedEvents events, String command, Writer writer)
      throws IOException {
    writer.write(
        "# source: "
            + command
            + "\n# masses in GeV; label 0 background, 1 signal + interference\n");
    writer.write("m_tt,m_reco,y_tt,z,weight,label\n");
    for (int i = 0; i < events.count(); i++) {
      writer.write(
          events.massGeV()[i]
              + ","
              + events.reconstructedGeV()[i]
              + ","
              + events.rapidity()[i]
              + ","
              + events.cosine()[i]
              + ","
              + events.weight()[i]
              + ","
              + events.label()[i]
              + "\n");
    }
  }

  private String command(Scenario scenario, String rest) {
    return "dipscope generate " + ScenarioText.of(scenario) + " " + rest;
  }

  private String seedOption() {
    return " --seed " + seed;
  }

  private String extension() {
    String file = String.valueOf(output.getFileName());
    return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static ProblemException usage(String message, String hint) {
    return new ProblemException(Problem.usage(message, hint));
  }
}
