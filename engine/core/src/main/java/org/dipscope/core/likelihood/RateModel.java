package org.dipscope.core.likelihood;

import java.util.Arrays;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.spectrum.Templates;

/** The parts of the expected rate that no fit changes, laid out as flat arrays. Immutable. */
final class RateModel {
  /** The group a nuisance belongs to. */
  enum Role {
    LUMINOSITY,
    SHAPE,
    SCALE,
    RESOLUTION
  }

  private static final double[] NONE = new double[0];

  final int bins;
  final NuisanceSet nuisances;
  final double exposure;

  /** Background times exposure. */
  final double[] background;

  final double[] backgroundScale;
  final double[] backgroundResolution;

  final Role[] role;

  /** &sigma;<sub>k</sub>. */
  final double[] sigma;

  /** 1 for constrained parameters, 0 for free ones. */
  final double[] constraint;

  /** &sigma;<sub>k</sub> s<sub>k</sub>(m<sub>i</sub>) of background shapes; empty for others. */
  final double[][] shape;

  /** The largest absolute value in each row of {@link #shape}. */
  final double[] shapeBound;

  final boolean hasShapes;
  final boolean hasSlopes;

  RateModel(Binning binning, Templates templates, NuisanceSet nuisances, double exposure) {
    bins = binning.count();
    this.nuisances = nuisances;
    this.exposure = exposure;
    background = scaled(templates.rate(), exposure);
    backgroundScale = scaled(templates.scaleSlope(), exposure);
    backgroundResolution = scaled(templates.resolutionSlope(), exposure);
    int k = nuisances.size();
    role = new Role[k];
    sigma = new double[k];
    constraint = new double[k];
    shape = new double[k][];
    shapeBound = new double[k];
    for (int j = 0; j < k; j++) {
      Nuisance nuisance = nuisances.get(j);
      role[j] = role(nuisance.kind());
      sigma[j] = nuisance.scale();
      constraint[j] = nuisance.isConstrained() ? 1 : 0;
      shape[j] = shape(nuisance, binning);
      shapeBound[j] = Arrays.stream(shape[j]).map(Math::abs).max().orElse(0);
    }
    hasShapes = has(Role.SHAPE);
    hasSlopes = has(Role.SCALE) || has(Role.RESOLUTION);
  }

  private static Role role(NuisanceKind kind) {
    return switch (kind) {
      case NuisanceKind.Luminosity luminosity -> Role.LUMINOSITY;
      case NuisanceKind.MassScale scale -> Role.SCALE;
      case NuisanceKind.Resolution resolution -> Role.RESOLUTION;
      case NuisanceKind.BackgroundShape shape -> Role.SHAPE;
    };
  }

  private static double[] shape(Nuisance nuisance, Binning binning) {
    if (!(nuisance.kind() instanceof NuisanceKind.BackgroundShape kind)) {
      return NONE;
    }
    double[] shape = new double[binning.count()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = nuisance.scale() * kind.exponent(i, binning.centre(i));
    }
    if (!Checks.finite(shape)) {
      throw Checks.bad(
          "The shape of " + nuisance.name() + " is not finite in every bin.",
          "Check its masses and widths.");
    }
    return shape;
  }

  private static double[] scaled(double[] values, double factor) {
    double[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  int size() {
    return role.length;
  }

  /** &Sigma; &sigma;<sub>k</sub>&theta;<sub>k</sub> over the nuisances of one role. */
  double amplitude(Role wanted, double[] theta) {
    double sum = 0;
    for (int k = 0; k < role.length; k++) {
      if (role[k] == wanted) {
        sum += sigma[k] * theta[k];
      }
    }
    return sum;
  }

  private boolean has(Role wanted) {
    return Arrays.asList(role).contains(wanted);
  }
}
