package org.dipscope.core.neyman;

import java.util.Arrays;
import java.util.Optional;
import org.dipscope.core.histfactory.Channel;
import org.dipscope.core.histfactory.Modifier;
import org.dipscope.core.histfactory.Sample;
import org.dipscope.core.histfactory.Workspace;

/** Recognises models in which nothing but one signal strength is free. */
final class SignalStrength {
  private SignalStrength() {}

  /**
   * The counts of a workspace as a function of its signal strength, &lambda; = &mu;S + &radic;&mu;
   * I + B, channels one after the other; empty if a sample has any other modifier, or the
   * background is negative somewhere.
   *
   * @param strength the name of the parameter
   */
  static Optional<StrengthModel> of(Workspace workspace, String strength) {
    int bins = workspace.channels().stream().mapToInt(Channel::bins).sum();
    double[] signal = new double[bins];
    double[] interference = new double[bins];
    double[] background = new double[bins];
    int offset = 0;
    for (Channel channel : workspace.channels()) {
      for (Sample sample : channel.samples()) {
        double power = power(sample, strength);
        if (power != 0 && power != 0.5 && power != 1) {
          return Optional.empty();
        }
        double[] target = power == 1 ? signal : power == 0.5 ? interference : background;
        for (int i = 0; i < channel.bins(); i++) {
          target[offset + i] += sample.nominal().get(i);
        }
      }
      offset += channel.bins();
    }
    return Arrays.stream(background).allMatch(b -> b >= 0)
        ? Optional.of(new StrengthModel(signal, interference, background))
        : Optional.empty();
  }

  /**
   * Whether the bounds of the parameter are part of the model, as those of a normfactor are; the
   * parameter of a model {@code {"bins"}} has none but 0.
   */
  static boolean hasBounds(Workspace workspace, String strength) {
    return workspace.channels().stream()
        .flatMap(channel -> channel.samples().stream())
        .flatMap(sample -> sample.modifiers().stream())
        .noneMatch(
            modifier ->
                modifier instanceof Modifier.PowerFactor && modifier.name().equals(strength));
  }

  /** The power of the strength on a sample; NaN if something else acts on it. */
  private static double power(Sample sample, String strength) {
    double power = 0;
    for (Modifier modifier : sample.modifiers()) {
      power +=
          switch (modifier) {
            case Modifier.NormFactor(String name) when name.equals(strength) -> 1;
            case Modifier.PowerFactor(String name, double own) when name.equals(strength) -> own;
            default -> Double.NaN;
          };
    }
    return power;
  }
}
