package org.dipscope.core.bump;

import java.util.List;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Significance over the background that the data bring along ({@link KnownBackground}). */
public record KnownEstimator(SignalWidths widths) implements SignificanceEstimator {
  @Override
  public String id() {
    return "known-background";
  }

  @Override
  public String definition() {
    return "signed \u221aq0 of a Gaussian over a known background; only the signal floats";
  }

  @Override
  public Worker worker() {
    SignalWidths.Shapes shapes = new SignalWidths.Shapes(widths);
    KnownBackground known = new KnownBackground();
    return data -> {
      double[] background = required(data);
      CurveBuilder curve = new CurveBuilder(widths, data.bins(), data.masked());
      offer(data, background, shapes.of(data.binning()), known, null, curve);
      return curve.build(data, shapes, background, true);
    };
  }

  /** The known background, checked against the counts. */
  static double[] required(BumpData data) {
    if (data.background() == null) {
      throw new ProblemException(
          Problem.badInput(
              "\"" + data.id() + "\" comes without a known background.",
              "Give one with --background or in the field \"background\", or use the estimator"
                  + " profile."));
    }
    double[] background = data.background().toArray();
    for (int i = 0; i < background.length; i++) {
      if (background[i] == 0 && data.counts().get(i) > 0) {
        throw new ProblemException(
            Problem.badInput(
                "Bin %d of \"%s\" holds %s events where the known background is 0."
                    .formatted(i + 1, data.id(), data.counts().get(i)),
                "Give a background that is positive wherever there are events."));
      }
    }
    return background;
  }

  /** Offers z over a fixed background for all widths. */
  static void offer(
      BumpData data,
      double[] background,
      List<SignalShape> shapes,
      KnownBackground known,
      @Nullable BackgroundFreedom freedom,
      CurveBuilder curve) {
    double[] counts = data.counts().toArray();
    double[] open = data.masked().replaced(background, 0);
    double[] z = new double[counts.length];
    for (int width = 0; width < shapes.size(); width++) {
      known.z(counts, open, shapes.get(width), z);
      double[] kappa = freedom == null ? new double[z.length] : freedom.kappa(shapes.get(width));
      for (int j = 0; j < z.length; j++) {
        curve.offer(width, j, z[j], kappa[j]);
      }
    }
  }
}
