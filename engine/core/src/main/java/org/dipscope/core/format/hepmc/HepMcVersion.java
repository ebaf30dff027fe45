package org.dipscope.core.format.hepmc;

import org.dipscope.core.format.particle.TextLines;
import org.dipscope.core.problem.ProblemException;

/** The two layouts of text, which look alike but differ in every line. */
enum HepMcVersion {
  TWO("HepMC::IO_GenEvent-START_EVENT_LISTING"),
  THREE("HepMC::Asciiv3-START_EVENT_LISTING");

  private static final String HINT =
      "Choose a HepMC text file: IO_GenEvent of HepMC 2 or Asciiv3 of HepMC 3.";

  private final String start;

  HepMcVersion(String start) {
    this.start = start;
  }

  /**
   * Reads the first lines up to the one that tells the layout.
   *
   * @throws ProblemException if the file is not HepMC, or of an unknown layout
   */
  static HepMcVersion read(TextLines lines) {
    if (lines.startContains("HepMC::")) {
      while (lines.next()) {
        int at = lines.firstVisible();
        if (lines.hasAt(at, "HepMC::Version") || at == lines.to()) {
          continue;
        }
        return of(lines);
      }
    }
    throw new ProblemException(lines.problem(0, "no event listing of HepMC in the file.", HINT));
  }

  /** The layout that the current line announces. */
  static HepMcVersion of(TextLines lines) {
    int at = lines.firstVisible();
    for (HepMcVersion version : values()) {
      if (lines.hasAt(at, version.start)) {
        return version;
      }
    }
    String text = lines.text().strip();
    int end = text.indexOf("-START");
    String name = text.substring(0, end > 0 ? end : Math.min(60, text.length()));
    throw new ProblemException(
        lines.problem(
            lines.number(),
            "line %d: \"%s\" is not a known HepMC version."
                .formatted(lines.number(), name.replace("HepMC::", "")),
            HINT));
  }
}
