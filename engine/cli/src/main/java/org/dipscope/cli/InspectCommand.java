package org.dipscope.cli;

import java.nio.file.Path;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.json.ContentsJson;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is inside a file. */
@CommandLine.Command(
    name = "inspect",
    description = {
      "What is inside a file: its histograms and its tables.",
      "",
      "Reads text tables (CSV, TSV and the like), ROOT, YODA, HEPData (YAML and JSON), pyhf,"
          + " histogram JSON, LHE, HepMC and NumPy files. Statistics skip missing cells and NaN."
          + " Parts that cannot be read are listed under 'problems'."
    })
final class InspectCommand implements Command {
  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  @Option(
      names = "--statistics",
      description = "Give number, sum and range of the values of each column.")
  private boolean statistics;

  @Override
  public Object run(Session session) {
    return ContentsJson.contents(Formats.inspect(file, statistics, session.cancel()));
  }
}
