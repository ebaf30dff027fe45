package org.dipscope.cli;

import java.util.StringJoiner;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.spectrum.EfficiencyModel;
import org.dipscope.core.project.CouplingChoice;
import org.dipscope.core.project.Scalar;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.WidthChoice;

/** A scenario as the options that give it again, defaults included. */
final class ScenarioText {
  private ScenarioText() {}

  static String of(Scenario scenario) {
    StringJoiner text = new StringJoiner(" ");
    scalar(scenario.scalar(), text);
    add(text, "signal-strength", scenario.signalStrength());
    add(text, "ecm", scenario.energyTeV());
    add(text, "set", scenario.pdfSet());
    add(text, "member", scenario.pdfMember());
    add(text, "scale", scenario.scale());
    add(text, "mt", scenario.topMassGeV());
    add(text, "luminosity", scenario.luminosityInvFb());
    add(text, "resolution", scenario.resolution());
    add(text, "k-born", scenario.kBorn());
    add(text, "k-signal", scenario.kSignal());
    add(text, "k-interference", scenario.interferenceFactor());
    add(
        text,
        "efficiency",
        scenario.efficiency() == EfficiencyModel.PUBLISHED ? "published" : "none");
    return text.toString();
  }

  private static void scalar(Scalar scalar, StringJoiner text) {
    add(text, "cp", scalar.cp() == CpParity.EVEN ? "H" : "A");
    add(text, "mass", scalar.massGeV());
    switch (scalar.coupling()) {
      case CouplingChoice.TypeTwo(double tanBeta) -> add(text, "tan-beta", tanBeta);
      case CouplingChoice.Free(double top, double bottom, double tau) -> {
        add(text, "xi-t", top);
        add(text, "xi-b", bottom);
        add(text, "xi-tau", tau);
      }
      case CouplingChoice.Mixed(double even, double odd) -> {
        add(text, "coupling-even", even);
        add(text, "coupling-odd", odd);
      }
    }
    switch (scalar.width()) {
      case WidthChoice.Physical _ -> add(text, "width", "physical");
      case WidthChoice.Free(double widthGeV) -> add(text, "width", widthGeV);
      case WidthChoice.Relative(double fraction) -> add(text, "relative-width", fraction);
    }
    add(text, "width-scheme", scalar.scheme().name().toLowerCase(java.util.Locale.ROOT));
  }

  private static void add(StringJoiner text, String option, Object value) {
    text.add("--" + option + " " + value);
  }
}
