package org.dipscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.neural.significance.CurveFile;
import org.dipscope.neural.significance.Performance;
import org.dipscope.neural.significance.SignificanceTraining;
import org.dipscope.neural.significance.TrainingConfig;
import org.dipscope.neural.significance.TrainingListener;
import org.dipscope.neural.significance.TrainingProgress;
import org.dipscope.neural.training.ComputeDevice;
import org.dipscope.neural.training.TrainingControl;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a network. */
@CommandLine.Command(
    name = "train",
    description = {
      "Trains a network and writes it to a folder.",
      "",
      "bumpnet learns the significance of a bump or dip in every bin of a falling spectrum, from"
          + " histograms drawn as it goes. The folder gets network.dsn (the best so far),"
          + " checkpoint.dsn (what --resume goes on from, to the same curve) and curve.jsonl (all"
          + " progress). Progress goes to standard error as JSON lines, the final metrics to"
          + " standard output. An interrupted training keeps its last checkpoint.",
      "",
      "Keys of CONFIG.json, all optional: network (dipscope, bumpnet, znet3), channels, widths (1,"
          + " 1-4, both), seed, batchSize, batches, learningRate, warmUp, checkpointEvery,"
          + " validateEvery, validationHistograms, patience, bins, contents, leastDynamicRange,"
          + " backgrounds {functions, log-polynomial, dijet, dilepton, own}, ownBackgrounds (files"
          + " with spectra), signals {strongest, bumps, dips, interferences, nothing}."
    })
final class TrainCommand implements Command {
  @Parameters(index = "0", paramLabel = "bumpnet", description = "What to train.")
  private String what = "";

  @Parameters(index = "1", paramLabel = "CONFIG.json", description = "How to train it.")
  private Path configuration = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "Folder for network, checkpoint and curve; it is made if need be.")
  private Path folder = Path.of("");

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|gpu",
      description = "What to train on (default: auto, a GPU where there is one).")
  private String device = "auto";

  @Option(names = "--resume", description = "Go on from the checkpoint in the folder.")
  private boolean resume;

  @Override
  public Object run(Session session) throws IOException {
    if (!what.equals("bumpnet")) {
      throw new ProblemException(
          Problem.usage("\"" + what + "\" is nothing that can be trained.", "Train bumpnet."));
    }
    TrainingConfig config = TrainingConfig.read(configuration, session.cancel());
    ComputeDevice chosen = ComputeDevice.choose(choice(), Math.max(1, session.threads() - 1));
    Files.createDirectories(folder);
    try (SignificanceTraining training =
            new SignificanceTraining(
                config, folder, resume, chosen, session.threads(), session.cancel());
        CurveFile curve =
            CurveFile.open(folder.resolve(CurveFile.NAME), resume ? training.step() : 0)) {
      Map<String, Object> start = new LinkedHashMap<>();
      start.put("device", chosen.words());
      start.put("parameters", training.parameterCount());
      start.put("step", training.step());
      session.progress().say(JsonOutput.text(start));
      List<Performance> last =
          training.run(new TrainingControl(), new Watch(session.progress(), curve));
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("network", folder.resolve(SignificanceTraining.NETWORK).toString());
      report.put("device", chosen.words());
      report.put("parameters", training.parameterCount());
      report.put("histograms", training.step() * config.batchSize());
      report.put("validation", last);
      return report;
    }
  }

  private ComputeDevice.Choice choice() {
    for (ComputeDevice.Choice choice : ComputeDevice.Choice.values()) {
      if (choice.name().toLowerCase(Locale.ROOT).equals(device)) {
        return choice;
      }
    }
    throw new ProblemException(
        Problem.usage("--device: \"" + device + "\" is none.", "Use auto, cpu or gpu."));
  }

  private record Watch(Progress progress, CurveFile curve) implements TrainingListener {
    @Override
    public void progress(TrainingProgress now) {
      String line = CurveFile.line(now);
      progress.say(line);
      curve.add(line);
    }

    @Override
    public void validated(long step, List<Performance> results) {
      String line = CurveFile.line(step, results);
      progress.say(line);
      curve.add(line);
    }
  }
}
