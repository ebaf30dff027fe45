package org.dipscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dipscope.core.analysis.ProjectFigure;
import org.dipscope.core.analysis.StripEstimators;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.figure.FigureJson;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.export.FigureWriter;
import org.dipscope.core.project.OpenedProject;
import org.dipscope.core.project.ProjectFile;
import org.dipscope.core.project.StripDefinition;
import org.dipscope.neural.significance.StripNetwork;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a figure into a file. */
@CommandLine.Command(
    name = "render",
    description = {
      "Draw the figure of a figure file, or of a project, into a file.",
      "",
      "The extension of the output chooses the format: " + FigureWriter.EXTENSIONS + "."
    })
final class RenderCommand implements Command {

  /** What the command prints. */
  record Report(String file, double widthPt, double heightPt) {}

  @Parameters(paramLabel = "PROJECT.json|FIGURE.json", description = "What to draw.")
  private Path input = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description = "The file to write; an old one is replaced.")
  private Path output = Path.of("");

  @Override
  public Object run(Session session) throws IOException {
    FigureSpec figure =
        FigureJson.isFigure(Files.readString(input)) ? FigureJson.read(input) : ofProject(session);
    FigureWriter.write(figure, output);
    return new Report(output.toString(), figure.widthPt(), figure.heightPt());
  }

  private FigureSpec ofProject(Session session) {
    OpenedProject project = ProjectFile.open(input);
    Path folder = Optional.ofNullable(input.toAbsolutePath().getParent()).orElse(Path.of("."));
    try (Crew crew = new Crew(session.threads())) {
      boolean needsNetwork =
          project.workspace().view().strip().definition() == StripDefinition.NETWORK;
      if (!needsNetwork) {
        return figure(project, folder, RenderCommand::none, crew, session);
      }
      try (StripNetwork network = new StripNetwork()) {
        return figure(project, folder, network, crew, session);
      }
    }
  }

  private static FigureSpec figure(
      OpenedProject project, Path folder, StripEstimators estimators, Crew crew, Session session) {
    return ProjectFigure.of(
        project.workspace(), folder, estimators, crew.workers(), session.cancel());
  }

  private static SignificanceEstimator none(SignalWidths widths) {
    throw new IllegalStateException("the strip asks for no network");
  }
}
