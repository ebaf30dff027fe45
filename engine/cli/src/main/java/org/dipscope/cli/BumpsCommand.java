package org.dipscope.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.dipscope.core.bump.BackgroundMisfit;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.BumpHunter;
import org.dipscope.core.bump.GlobalSignificance;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.bump.ToyStudy;
import org.dipscope.core.bump.TrialsLedger;
import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.math.Normal;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.neural.significance.NetworkEstimator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Bumps and dips in many histograms. */
@CommandLine.Command(
    name = "bumps",
    description = {
      "How significant a bump or dip is, in every bin of every histogram: one line per histogram,"
          + " in order. A line that cannot be used gives an error line, the rest goes on, and the"
          + " exit status is 3.",
      "",
      "'z' is signed; of several widths it is the largest (with --deficit the smallest). 'zError'"
          + " is what an unknown background does to it, and bins that it leaves undecided are false"
          + " in 'decidable'. 'zMax', 'massMax' and 'widthMax' (sigma in bins, or bins of the"
          + " window) are the most significant bin; 'interval' is the window, or two sigma around"
          + " the mass; 'massInterval' has 68 % probability. 'localP' is one-sided. 'globalP' is"
          + " the probability that background alone looks as significant anywhere in the histogram:"
          + " from toys if there are at least ten above, else from a fit to their tail, without"
          + " toys from up-crossings, as 'globalMethod' tells. 'trials' counts all histograms of"
          + " this call so far, and gives the p of the most significant of them."
    })
final class BumpsCommand implements Command {
  private static final int BLOCK = 512;
  private static final int MOST_TOYS = 10_000_000;
  private static final int BAD_INPUT = 3;

  @Parameters(
      paramLabel = "FILE|-",
      description =
          "A file with histograms; or JSON lines"
              + " {\"id\",\"edges\",\"counts\",\"background\"?,\"errors\"?,\"mask\"?:[[lo,hi],…]},"
              + " from a file that ends with .jsonl, or - for standard input. With errors counts"
              + " are sums of weights.")
  private Path file = Path.of("");

  @Mixin private EstimatorOptions options = new EstimatorOptions();

  @Option(
      names = "--mask",
      paramLabel = "LO:HI[,…]",
      converter = MaskList.Converter.class,
      description =
          "Leave these parts of the mass axis out of all fits and sums; z is null in every bin that"
              + " any of them touches.")
  private MaskList masks = MaskList.NONE;

  @Option(
      names = "--toys",
      paramLabel = "N",
      description = "Draw N toys of the background per histogram for globalP (default: 0).")
  private int toys;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the toys; the same seed gives the same result (default: 1).")
  private long seed = 1;

  @Override
  public Object run(Session session) throws IOException {
    if (toys < 0 || toys > MOST_TOYS) {
      throw new ProblemException(
          Problem.usage(
              "--toys: " + toys + " toys were asked for.", "Ask for 0 to " + MOST_TOYS + "."));
    }
    SignificanceEstimator estimator = options.estimator();
    UnaryOperator<BumpData> backgrounds = options.backgrounds(session.cancel());
    Iterator<BumpSource.Item> items =
        BumpSource.of(file.toString(), session.input(), masks, session.cancel());
    Search search = new Search(estimator, options.fallback(), backgrounds, session);
    return (Batch) out -> search.print(items, out);
  }

  /**
   * What became of a histogram.
   *
   * @param report its line, still without the ledger
   * @param look what the ledger counts, or null if it could not be used
   */
  private record Found(Map<String, Object> report, TrialsLedger.@Nullable Look look) {}

  /** The ledger so far. */
  private record Trials(int looks, double p) {}

  /** An estimator with the memory of one thread. */
  private record Tool(SignificanceEstimator estimator, SignificanceEstimator.Worker worker) {
    static Tool of(SignificanceEstimator estimator) {
      return new Tool(estimator, estimator.worker());
    }
  }

  private final class Search {
    private final SignificanceEstimator estimator;
    private final @Nullable SignificanceEstimator fallback;
    private final UnaryOperator<BumpData> backgrounds;
    private final Session session;
    private TrialsLedger ledger = TrialsLedger.EMPTY;
    private int bad;
    private int done;

    Search(
        SignificanceEstimator estimator,
        @Nullable SignificanceEstimator fallback,
        UnaryOperator<BumpData> backgrounds,
        Session session) {
      this.estimator = estimator;
      this.fallback = fallback;
      this.backgrounds = backgrounds;
      this.session = session;
    }

    int print(Iterator<BumpSource.Item> items, PrintStream out) {
      try (Crew crew = new Crew(session.threads())) {
        while (items.hasNext()) {
          List<BumpSource.Item> block = new ArrayList<>();
          while (items.hasNext() && block.size() < (toys > 0 ? 1 : BLOCK)) {
            block.add(items.next());
          }
          for (Found found : search(block, crew.workers())) {
            print(found, out);
          }
          out.flush();
          done += block.size();
          if (toys > 0 || done % (8 * BLOCK) == 0) {
            session.progress().say(done + (done == 1 ? " histogram." : " histograms."));
          }
        }
      }
      if (bad > 0) {
        session.progress().say(bad + " of " + done + " histograms could not be used.");
      }
      return bad > 0 ? BAD_INPUT : 0;
    }

    /** Toys of one histogram, or many histograms, keep all threads busy. */
    private List<Found> search(List<BumpSource.Item> block, Workers workers) {
      @Nullable Found[] found = new Found[block.size()];
      Workers outer = toys > 0 ? Workers.callerOnly() : workers;
      outer.forEachRow(
          found.length,
          session.cancel(),
          () -> {
            Tool tool = Tool.of(estimator);
            Tool other = fallback == null ? tool : Tool.of(fallback);
            return row -> found[row] = search(block.get(row), tool, other, workers);
          });
      List<Found> all = new ArrayList<>();
      for (Found one : found) {
        if (one != null) {
          all.add(one);
        }
      }
      return all;
    }

    private Found search(BumpSource.Item item, Tool usual, Tool other, Workers workers) {
      String id = item.name();
      try {
        BumpData read = item.data().get();
        id = read.id();
        BumpData data = backgrounds.apply(read);
        Tool tool = NetworkEstimator.suits(data.bins()) ? usual : other;
        ZCurve curve = tool.worker().scan(data);
        GlobalSignificance global =
            new ToyStudy(tool.estimator(), options.deficit(), toys, seed)
                .of(data, curve, workers, toy -> {}, session.cancel());
        Map<String, Object> report = report(tool.estimator(), data, curve, global);
        List<String> warnings = new ArrayList<>(tool.worker().warnings(data));
        BackgroundMisfit.warning(data, curve.background()).ifPresent(warnings::add);
        if (!warnings.isEmpty()) {
          report.put("warnings", warnings);
        }
        return new Found(report, new TrialsLedger.Look(id, tool.estimator().id(), global.p()));
      } catch (CancellationException | OutOfMemoryError e) {
        throw e;
      } catch (RuntimeException e) {
        Problem problem = named(id, item.name(), Failure.of(e));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("id", id);
        report.put("error", Failure.Report.of(problem).error());
        return new Found(report, null);
      }
    }

    /** A problem with a line says which line it was. */
    private static Problem named(String id, String name, Problem problem) {
      boolean isNamed =
          problem.message().contains(id)
              || problem.message().toLowerCase(java.util.Locale.ROOT).contains(name);
      String message = isNamed ? problem.message() : id + ": " + problem.message();
      int line =
          problem.line() == 0 && name.startsWith("line ")
              ? Integer.parseInt(name.substring("line ".length()))
              : problem.line();
      return new Problem(problem.kind(), message, problem.hint(), problem.file(), line);
    }

    private void print(Found found, PrintStream out) {
      if (found.look() == null) {
        bad++;
      } else {
        ledger = ledger.with(found.look());
        found.report().put("trials", new Trials(ledger.count(), ledger.p()));
      }
      JsonOutput.print(found.report(), out);
    }

    private Map<String, Object> report(
        SignificanceEstimator estimator, BumpData data, ZCurve curve, GlobalSignificance global) {
      boolean deficit = options.deficit();
      int peak = curve.peak(deficit);
      double z = curve.z().get(peak);
      double inward = deficit ? -z : z;
      boolean[] decidable = new boolean[data.bins()];
      for (int j = 0; j < decidable.length; j++) {
        decidable[j] = curve.isDecidable(j);
      }
      double low = curve.low().get(peak);
      double high = curve.high().get(peak);
      boolean isWindow = estimator instanceof BumpHunter;
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("id", data.id());
      report.put("estimator", estimator.id());
      report.put("z", curve.z().toArray());
      report.put("zError", curve.error().toArray());
      report.put("zMax", z);
      report.put("massMax", isWindow ? 0.5 * (low + high) : data.binning().centre(peak));
      report.put("widthMax", curve.width().get(peak));
      report.put("localP", Normal.above(inward));
      report.put("globalP", global.p());
      report.put("interval", new double[] {low, high});
      if (!isWindow) {
        report.put("massInterval", curve.massInterval(data.binning(), peak));
      }
      report.put("decidable", decidable);
      report.put("logLocalP", Normal.logAbove(inward));
      report.put("globalMethod", global.method());
      if (toys > 0) {
        report.put("toys", global);
      }
      if (!data.masked().isEmpty()) {
        report.put("maskedBins", data.masked().count());
      }
      if (data.eventsPerCount() != 1) {
        report.put("effectiveEvents", data.counts().sum());
      }
      report.put("definition", estimator.definition());
      return report;
    }
  }
}
