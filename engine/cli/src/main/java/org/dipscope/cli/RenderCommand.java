package org.dipscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dipscope.core.analysis.ProjectFigure;
import org.dipscope.core.figure.FigureJson;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.export.FigureWriter;
import org.dipscope.core.project.OpenedProject;
import org.dipscope.core.project.ProjectFile;
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
      return ProjectFigure.of(project.workspace(), folder, crew.workers(), session.cancel());
    }
  }
}
