package org.dipscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.ContentKind;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.HistogramFormat;
import org.dipscope.core.format.HistogramFormat.Dropped;
import org.dipscope.core.format.json.ContentsJson;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Histograms of a file in another format. */
@CommandLine.Command(
    name = "convert",
    description = {
      "Write the histograms of a file in another format.",
      "",
      "Reads what 'inspect' reads. The extension of OUT chooses the format: csv, yoda or yoda.gz,"
          + " yaml (HEPData tables in one file; a folder that exists, or submission.yaml, becomes a"
          + " submission), json (everything that is known), jsonl (lines for 'bumps': id, edges,"
          + " counts, background), root (TH1D and TH2D). Bins, contents, errors by source, under-"
          + " and overflow, units and notes are kept where the format can say them; the rest is"
          + " listed under 'dropped'. Parts of the file that cannot be read are listed under"
          + " 'problems'."
    })
final class ConvertCommand implements Command {
  private static final int NAMES_IN_HINT = 20;

  @Parameters(paramLabel = "IN", description = "The file to read.")
  private Path input = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description = "The file to write; an old one is replaced.")
  private Path output = Path.of("");

  @Option(
      names = "--histogram",
      paramLabel = "NAME",
      description =
          "Full name of a histogram, as 'inspect' shows it; may be repeated (default: all).")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--contents",
      paramLabel = "counts|densities",
      description =
          "What the contents of a text table are, where the note 'Contents' says that the file"
              + " leaves it open: counts get the errors √n where none are given, densities none.")
  private @Nullable String contents;

  @Override
  public Object run(Session session) {
    HistogramFormat format = HistogramFormat.of(output);
    ContentKind kind = kind();
    FileContents read = Formats.inspect(input, false, session.cancel());
    List<AnnotatedHistogram> histograms = chosen(read);
    if (kind != null) {
      histograms = histograms.stream().map(kind::settle).toList();
    }
    List<Dropped> dropped = format.write(output, histograms);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("output", output.toString());
    report.put("format", format.label());
    report.put("histograms", histograms.stream().map(h -> h.histogram().name()).toList());
    report.put("dropped", dropped);
    List<String> open = open(histograms);
    if (!open.isEmpty()) {
      report.put("countsOrDensities", open);
    }
    if (!read.problems().isEmpty()) {
      report.put("problems", read.problems().stream().map(ContentsJson::problem).toList());
    }
    return report;
  }

  private @Nullable ContentKind kind() {
    return switch (contents) {
      case null -> null;
      case "counts" -> ContentKind.COUNTS;
      case "densities" -> ContentKind.DENSITIES;
      default ->
          throw new ProblemException(
              Problem.usage(
                  "--contents: "
                      + NumberText.quoted(contents)
                      + " is neither counts nor densities.",
                  "Use --contents counts or --contents densities."));
    };
  }

  private static List<String> open(List<AnnotatedHistogram> histograms) {
    return histograms.stream()
        .filter(ContentKind::isOpen)
        .map(annotated -> annotated.histogram().name())
        .toList();
  }

  private List<AnnotatedHistogram> chosen(FileContents read) {
    List<AnnotatedHistogram> all = read.annotated();
    if (all.isEmpty()) {
      throw new ProblemException(
          Problem.badInput(
              input.getFileName() + " holds no histogram.",
              read.tables().isEmpty()
                  ? "Choose a file with histograms."
                  : "Fill one from its table with 'dipscope histogram'.",
              input.toString(),
              0));
    }
    if (names.isEmpty()) {
      return all;
    }
    TreeSet<String> missing = new TreeSet<>(names);
    all.forEach(annotated -> missing.remove(annotated.histogram().name()));
    if (!missing.isEmpty()) {
      List<String> known = all.stream().map(annotated -> annotated.histogram().name()).toList();
      String more = known.size() > NAMES_IN_HINT ? ", …" : "";
      throw new ProblemException(
          Problem.usage(
              "%s holds no histogram \"%s\".".formatted(input.getFileName(), missing.first()),
              "It holds "
                  + String.join(", ", known.subList(0, Math.min(NAMES_IN_HINT, known.size())))
                  + more
                  + "."));
    }
    return all.stream().filter(annotated -> names.contains(annotated.histogram().name())).toList();
  }
}
