package org.dipscope.core.physics.parton;

import java.util.Arrays;
import java.util.Locale;

/** Makes the coupling that a set asks for by its AlphaS_… keys. */
final class CouplingChoice {
  private static final int FEWEST_KNOTS = 2;
  private static final double LARGEST = 10;

  private CouplingChoice() {}

  static Coupling of(SetMetadata keys) {
    boolean tabulated = keys.has("AlphaS_Qs") && keys.has("AlphaS_Vals");
    String type = keys.text("AlphaS_Type", "analytic").toLowerCase(Locale.ROOT);
    return switch (type) {
      case "ipol" -> tabulated(keys);
      case "ode", "analytic" ->
          keys.has("AlphaS_MZ") || !tabulated ? running(keys) : tabulated(keys);
      default ->
          throw keys.invalid(
              "AlphaS_Type", "asks for the coupling \"" + type + "\"; ipol, ode, analytic exist");
    };
  }

  /** Where the coupling comes from, for people. */
  static String describe(SetMetadata keys) {
    String type = keys.text("AlphaS_Type", "analytic").toLowerCase(Locale.ROOT);
    if (type.equals("ipol")) {
      return "from the set's table";
    }
    return (keys.integer("AlphaS_OrderQCD", 1) > 0 ? "run at two loops" : "run at one loop")
        + " from α_s(M_Z) = "
        + keys.number("AlphaS_MZ", Double.NaN);
  }

  private static Coupling tabulated(SetMetadata keys) {
    double[] scales = keys.numbers("AlphaS_Qs");
    double[] values = keys.numbers("AlphaS_Vals");
    if (scales.length < FEWEST_KNOTS || scales.length != values.length) {
      throw keys.invalid(
          "AlphaS_Vals",
          "tabulates α_s with " + scales.length + " scales and " + values.length + " values");
    }
    for (int i = 0; i < scales.length; i++) {
      boolean threshold = i > 0 && Math.log(scales[i]) == Math.log(scales[i - 1]);
      boolean thrice = threshold && i > 1 && Math.log(scales[i]) == Math.log(scales[i - 2]);
      if (!(scales[i] > 0) || (i > 0 && scales[i] < scales[i - 1]) || thrice) {
        throw keys.invalid("AlphaS_Qs", "has AlphaS_Qs that do not increase at " + scales[i]);
      }
    }
    if (!(Math.log(scales[scales.length - 1]) > Math.log(scales[0]))) {
      throw keys.invalid("AlphaS_Qs", "tabulates α_s at one scale only");
    }
    if (!Arrays.stream(values).allMatch(v -> v > 0 && v < LARGEST)) {
      throw keys.invalid("AlphaS_Vals", "has AlphaS_Vals outside 0 to " + LARGEST);
    }
    return new TabulatedCoupling(scales, values);
  }

  private static Coupling running(SetMetadata keys) {
    double reference = keys.number("AlphaS_MZ", Double.NaN);
    double mz = keys.number("MZ", 91.1876);
    if (!(reference > 0 && reference < 1 && mz > 0)) {
      throw keys.invalid("AlphaS_MZ", "gives neither a table of α_s nor AlphaS_MZ between 0 and 1");
    }
    boolean twoLoops = keys.integer("AlphaS_OrderQCD", keys.integer("OrderQCD", 1)) > 0;
    int most = keys.integer("AlphaS_NumFlavors", keys.integer("NumFlavors", 5));
    if (most < 3 || most > 6) {
      throw keys.invalid("NumFlavors", "counts " + most + " flavours; 3 to 6 make sense");
    }
    String scheme = keys.text("AlphaS_FlavorScheme", keys.text("FlavorScheme", "variable"));
    if (scheme.toLowerCase(Locale.ROOT).startsWith("fixed")) {
      return new RunningCoupling(mz, reference, twoLoops, most);
    }
    double[] masses = {mass(keys, "Charm"), mass(keys, "Bottom"), mass(keys, "Top")};
    double[] thresholds = Arrays.copyOf(masses, most - 3);
    for (int i = 1; i < thresholds.length; i++) {
      if (thresholds[i] < thresholds[i - 1]) {
        throw keys.invalid("MBottom", "has quark masses that do not increase");
      }
    }
    return new RunningCoupling(mz, reference, twoLoops, 3, thresholds);
  }

  private static double mass(SetMetadata keys, String quark) {
    double mass =
        keys.number(
            "AlphaS_Threshold" + quark,
            keys.number("AlphaS_M" + quark, keys.number("M" + quark, 0)));
    if (!(mass > 0)) {
      throw keys.invalid("M" + quark, "needs a positive mass M" + quark);
    }
    return mass;
  }
}
