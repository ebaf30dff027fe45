package org.dipscope.core.histfactory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dipscope.core.histogram.Values;

/** Random but plausible workspaces with every kind of modifier, functions of their seed alone. */
public final class RandomWorkspaces {
  private final Random random;

  private boolean isDetermined;

  private RandomWorkspaces(long seed) {
    random = new Random(seed);
  }

  /** One or two channels of up to six bins. */
  public static Workspace of(long seed) {
    return new RandomWorkspaces(seed).workspace(6, 2, 3);
  }

  /**
   * A workspace of a given size.
   *
   * @param bins of its only channel
   * @param nuisances with a Gaussian constraint, half of factors and half of shapes, each on signal
   *     and background; besides there is a statistical error per bin
   */
  public static Workspace large(int bins, int nuisances) {
    RandomWorkspaces random = new RandomWorkspaces(11);
    double[] background = new double[bins];
    double[] signal = new double[bins];
    double[] observed = new double[bins];
    for (int i = 0; i < bins; i++) {
      background[i] = 200 * Math.exp(-2.0 * i / bins) + 20;
      signal[i] = 40 * Math.exp(-Math.pow((i - 0.4 * bins) / 2.5, 2));
      observed[i] = Math.rint(random.around(background[i] + signal[i]));
    }
    List<Modifier> onBackground = new ArrayList<>();
    List<Modifier> onSignal = new ArrayList<>();
    onSignal.add(new Modifier.NormFactor("mu"));
    for (int k = 0; k < nuisances; k++) {
      String name = "alpha_" + k;
      if (k % 2 == 0) {
        onBackground.add(new Modifier.NormSys(name, 0.97, 1.03 + 0.001 * k));
        onSignal.add(new Modifier.NormSys(name, 0.95, 1.04));
      } else {
        onBackground.add(random.shape(name, background, 0.03));
        onSignal.add(random.shape(name, signal, 0.05));
      }
    }
    Values errors = Values.of(background).map(b -> 0.3 * Math.sqrt(b));
    onBackground.add(new Modifier.StatError("stat", errors));
    Channel channel =
        new Channel(
            "SR",
            List.of(
                new Sample("signal", Values.of(signal), onSignal),
                new Sample("background", Values.of(background), onBackground)),
            Values.of(observed),
            null);
    return new Workspace("large", List.of(channel), List.of(new Measurement("m", "mu", List.of())));
  }

  private Modifier.HistoSys shape(String name, double[] nominal, double size) {
    double[] low = nominal.clone();
    double[] high = nominal.clone();
    double up = size * random.nextGaussian();
    double down = -up + 0.3 * size * random.nextGaussian();
    for (int i = 0; i < nominal.length; i++) {
      double slope = nominal.length == 1 ? 1 : 2.0 * i / (nominal.length - 1) - 1;
      high[i] *= 1 + up * slope + 0.2 * size * random.nextGaussian();
      low[i] *= 1 + down * slope + 0.2 * size * random.nextGaussian();
    }
    return new Modifier.HistoSys(name, Values.of(low), Values.of(high));
  }

  private double around(double mean) {
    return Math.max(0, mean + Math.sqrt(mean) * random.nextGaussian());
  }

  private Workspace workspace(int mostBins, int mostChannels, int nuisances) {
    int count = 1 + random.nextInt(mostChannels);
    int bins = 2 + random.nextInt(mostBins - 1);
    isDetermined = count > 1;
    boolean isInterfering = random.nextBoolean();
    List<Channel> channels = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      channels.add(channel("channel" + c, bins, nuisances, isInterfering));
    }
    return new Workspace(
        "random",
        channels,
        List.of(new Measurement("m", "mu", List.of(ParameterSettings.gaussian("lumi", 1, 0.02)))));
  }

  private Channel channel(String name, int bins, int nuisances, boolean isInterfering) {
    double[] background = new double[bins];
    double[] second = new double[bins];
    double[] signal = new double[bins];
    double[] interference = new double[bins];
    double[] observed = new double[bins];
    for (int i = 0; i < bins; i++) {
      background[i] = 30 + 100 * random.nextDouble();
      second[i] = 10 + 20 * random.nextDouble();
      signal[i] = 5 + 20 * random.nextDouble();
      interference[i] = 10 * random.nextGaussian();
      observed[i] = Math.rint(around(background[i] + second[i] + 0.7 * signal[i]));
    }
    List<Sample> samples = new ArrayList<>();
    samples.add(sample(name, "background", background, nuisances, false));
    samples.add(sample(name, "second", second, nuisances, true));
    List<Modifier> onSignal = systematics(signal, nuisances);
    onSignal.add(new Modifier.NormFactor("mu"));
    samples.add(new Sample("signal", Values.of(signal), onSignal));
    if (isInterfering) {
      List<Modifier> onInterference = systematics(interference, nuisances);
      onInterference.add(new Modifier.PowerFactor("mu", 0.5));
      samples.add(new Sample("interference", Values.of(interference), onInterference));
    }
    return new Channel(name, samples, Values.of(observed), null);
  }

  private Sample sample(
      String channel, String name, double[] nominal, int nuisances, boolean isSecond) {
    List<Modifier> modifiers = systematics(nominal, nuisances);
    double[] errors = Arrays.stream(nominal).map(n -> 0.4 * Math.sqrt(n)).toArray();
    modifiers.add(new Modifier.StatError("stat_" + channel, Values.of(errors)));
    if (isSecond) {
      errors[0] = 0;
      modifiers.add(new Modifier.ShapeSys("shape_" + channel, Values.of(errors)));
      modifiers.add(new Modifier.Lumi("lumi"));
    } else {
      modifiers.add(new Modifier.NormFactor("norm"));
      if (isDetermined) {
        modifiers.add(new Modifier.ShapeFactor("free"));
        modifiers.removeIf(modifier -> modifier.name().equals("norm"));
      }
    }
    return new Sample(name, Values.of(nominal), modifiers);
  }

  private List<Modifier> systematics(double[] nominal, int nuisances) {
    List<Modifier> modifiers = new ArrayList<>();
    for (int k = 0; k < nuisances; k++) {
      modifiers.add(
          new Modifier.NormSys(
              "alpha" + k, 1 - 0.2 * random.nextDouble(), 1 + 0.2 * random.nextDouble()));
      if (random.nextBoolean()) {
        modifiers.add(shape("alpha" + k, nominal, 0.1));
      }
    }
    return modifiers;
  }
}
