package org.dipscope.core.project;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import tools.jackson.databind.node.ObjectNode;

/** Positions of the controls in project files. */
public final class ScenarioJson {
  private static final String KIND = "kind";

  private ScenarioJson() {}

  /** Writes all settings of a scenario into an object, as in a project file. */
  public static void write(Scenario scenario, ObjectNode into) {
    write(scenario.scalar(), into.putObject("scalar"));
    Scalar second = scenario.second();
    if (second == null) {
      into.putNull("second");
    } else {
      write(second, into.putObject("second"));
    }
    into.put("signalStrength", scenario.signalStrength());
    into.put("topMassGeV", scenario.topMassGeV());
    into.put("energyTeV", scenario.energyTeV());
    into.put("pdfSet", scenario.pdfSet());
    into.put("pdfMember", scenario.pdfMember());
    into.put("scale", scenario.scale());
    into.put("kBorn", scenario.kBorn());
    into.put("kSignal", scenario.kSignal());
    Fields.put(into, "kInterference", scenario.kInterference());
    into.put("efficiency", Fields.word(scenario.efficiency()));
    into.put("resolution", scenario.resolution());
    into.put("luminosityInvFb", scenario.luminosityInvFb());
  }

  private static void write(Scalar scalar, ObjectNode into) {
    into.put("cp", Fields.word(scalar.cp()));
    into.put("massGeV", scalar.massGeV());
    ObjectNode width = into.putObject("width");
    switch (scalar.width()) {
      case WidthChoice.Physical physical -> width.put(KIND, "physical");
      case WidthChoice.Free(double widthGeV) -> width.put(KIND, "free").put("widthGeV", widthGeV);
      case WidthChoice.Relative(double fraction) ->
          width.put(KIND, "relative").put("fraction", fraction);
    }
    ObjectNode coupling = into.putObject("coupling");
    switch (scalar.coupling()) {
      case CouplingChoice.TypeTwo(double tanBeta) ->
          coupling.put(KIND, "typeTwo").put("tanBeta", tanBeta);
      case CouplingChoice.Free(double top, double bottom, double tau) ->
          coupling.put(KIND, "free").put("top", top).put("bottom", bottom).put("tau", tau);
      case CouplingChoice.Mixed(double even, double odd) ->
          coupling.put(KIND, "mixed").put("even", even).put("odd", odd);
    }
    into.put("scheme", Fields.word(scalar.scheme()));
  }

  static Scenario read(Fields fields) {
    Scenario start = Scenario.DEFAULT;
    Fields second = fields.objectOrNull("second");
    return new Scenario(
        scalar(fields.object("scalar")),
        second == null ? null : scalar(second),
        fields.number("signalStrength", start.signalStrength()),
        fields.number("topMassGeV", start.topMassGeV()),
        fields.number("energyTeV", start.energyTeV()),
        fields.text("pdfSet", start.pdfSet()),
        fields.count("pdfMember", start.pdfMember()),
        fields.text("scale", start.scale()),
        fields.number("kBorn", start.kBorn()),
        fields.number("kSignal", start.kSignal()),
        fields.numberOrNull("kInterference"),
        fields.choice("efficiency", start.efficiency()),
        fields.number("resolution", start.resolution()),
        fields.number("luminosityInvFb", start.luminosityInvFb()));
  }

  private static Scalar scalar(Fields fields) {
    Scalar start = Scalar.DEFAULT;
    return new Scalar(
        fields.choice("cp", start.cp()),
        fields.number("massGeV", start.massGeV()),
        width(fields.object("width")),
        coupling(fields.object("coupling")),
        fields.choice("scheme", start.scheme()));
  }

  private static WidthChoice width(Fields fields) {
    String kind = fields.text(KIND, "physical");
    return switch (kind) {
      case "physical" -> new WidthChoice.Physical();
      case "free" -> new WidthChoice.Free(fields.number("widthGeV", 10));
      case "relative" -> new WidthChoice.Relative(fields.number("fraction", 0.025));
      default -> throw unknown(fields, kind, "physical, free or relative");
    };
  }

  private static CouplingChoice coupling(Fields fields) {
    String kind = fields.text(KIND, "typeTwo");
    return switch (kind) {
      case "typeTwo" -> new CouplingChoice.TypeTwo(fields.number("tanBeta", 1));
      case "free" ->
          new CouplingChoice.Free(
              fields.number("top", 1), fields.number("bottom", 0), fields.number("tau", 0));
      case "mixed" -> new CouplingChoice.Mixed(fields.number("even", 1), fields.number("odd", 0));
      default -> throw unknown(fields, kind, "typeTwo, free or mixed");
    };
  }

  private static ProblemException unknown(Fields fields, String kind, String expected) {
    return fields.at(
        new ProblemException(
            Problem.badInput(
                "the kind is \"" + kind + "\", expected " + expected + ".",
                "Open the project with the version of Dipscope that wrote it.")));
  }
}
