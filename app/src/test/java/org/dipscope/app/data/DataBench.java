package org.dipscope.app.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.ViewThread;
import org.dipscope.app.workspace.OpenFiles;
import org.dipscope.app.workspace.Opener;
import org.dipscope.app.workspace.ProjectPlace;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.root.RootWriter;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.Workspace;

/**
 * A data screen without a window, in which everything happens at once on the thread of the test.
 */
public final class DataBench implements AutoCloseable {
  final List<String> problems = new ArrayList<>();
  final List<String> seen = new ArrayList<>();
  final ViewThread viewThread =
      new ViewThread(Runnable::run, (origin, failure) -> problems.add(failure.getMessage()));
  final WorkspaceModel workspace = new WorkspaceModel(Workspace.EMPTY);
  final ProjectPlace place =
      new ProjectPlace(workspace, Runnable::run, viewThread, (delay, action) -> () -> {});
  final JobList jobs = new JobList(Runnable::run, viewThread, System::nanoTime);
  final OpenFiles files = new OpenFiles(workspace, place, jobs, Runnable::run, viewThread);
  EventTables.Opening opening = Formats::events;
  final DataViewModel model;
  final Opener opener;

  DataBench() {
    LiveComputation live =
        new LiveComputation(
            Runnable::run,
            viewThread,
            (delay, action) -> {
              action.run();
              return () -> {};
            },
            () -> 0);
    model =
        new DataViewModel(
            workspace,
            files,
            jobs,
            live,
            new EventTables((file, table) -> opening.open(file, table)),
            Workers.callerOnly(),
            () -> seen.add("spectra"));
    opener = new Opener(workspace, place, files, Runnable::run, viewThread, new Seen());
  }

  private final class Seen implements Opener.Listener {
    @Override
    public void opened(Path file) {
      seen.add("opened " + file.getFileName());
    }

    @Override
    public void spectrumShown() {
      seen.add("spectra");
    }

    @Override
    public void browsed(Path file) {
      seen.add("browsed " + file.getFileName());
      model.browser().reveal(file);
    }

    @Override
    public void modelFound(Path file) {
      seen.add("model " + file.getFileName());
    }
  }

  @Override
  public void close() {
    model.close();
    files.close();
    place.close();
    jobs.close();
  }

  /** The item of this name, however deep it lies. */
  Item item(String name) {
    return find(model.browser().treeProperty().get(), name);
  }

  private static Item find(List<ItemTree.Branch> in, String name) {
    List<ItemTree.Branch> next = new ArrayList<>(in);
    for (int i = 0; i < next.size(); i++) {
      if (next.get(i).item().name().equals(name)) {
        return next.get(i).item();
      }
      next.addAll(next.get(i).children());
    }
    throw new AssertionError("nothing is called " + name);
  }

  void select(String... names) {
    List<Item> items = new ArrayList<>();
    for (String name : names) {
      items.add(item(name));
    }
    model.browser().selectionProperty().set(List.copyOf(items));
  }

  /** A histogram with counts 1, 2, 3, … */
  static Histogram counts(String name, String unit, double... edges) {
    double[] contents = new double[edges.length - 1];
    for (int i = 0; i < contents.length; i++) {
      contents[i] = i + 1;
    }
    Values values = Values.of(contents);
    Values errors = values.map(Math::sqrt);
    return Histogram.of(name, new Axis("m", unit, Binning.of(edges)), values, errors, errors);
  }

  /** Two histograms that can be laid over each other, one that cannot, and one with two axes. */
  public static Path rootFile(Path folder) {
    Path file = folder.resolve("histograms.root");
    Values cells = Values.of(1, 0, 2, 3, 4, 5);
    Histogram map =
        new Histogram(
            "maps/eta_phi",
            List.of(
                new Axis("eta", "", Binning.of(-1, 0, 1)),
                new Axis("phi", "", Binning.of(0, 1, 2, 3))),
            cells,
            cells.map(Math::sqrt),
            cells.map(Math::sqrt),
            0,
            0,
            15);
    RootWriter.write(
        file,
        List.of(
            counts("mass/all", "GeV", 0, 100, 200, 300),
            counts("mass/tight", "GeV", 0, 100, 200, 300),
            counts("other/energy", "TeV", 0, 1, 2),
            map));
    return file;
  }

  /** A thousand events with a mass, a whole number and a weight; every tenth mass is missing. */
  public static Path eventFile(Path folder) throws IOException {
    Path file = folder.resolve("events.csv");
    SplittableRandom random = new SplittableRandom(20261125);
    StringBuilder text = new StringBuilder("mass [GeV],jets,weight\n");
    for (int i = 0; i < 1000; i++) {
      String mass = i % 10 == 0 ? "NaN" : Double.toString(500 + 80 * random.nextGaussian());
      text.append(mass).append(',').append(i % 4).append(",0.5\n");
    }
    Files.writeString(file, text);
    return file;
  }
}
