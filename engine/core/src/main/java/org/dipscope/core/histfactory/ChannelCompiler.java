package org.dipscope.core.histfactory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes flat arrays of one channel. */
final class ChannelCompiler {
  private final Channel channel;
  private final int offset;
  private final Map<String, ParameterGroup> groups;
  private final ParameterTable table;
  private final Interpolation interpolation;
  private final List<Integer> globals = new ArrayList<>();
  private final List<List<Integer>> locals = new ArrayList<>();

  /** What one parameter does to all bins of a sample. */
  private record Action(Factor factor, ShapeShift shift) {
    static final Action NONE = new Action(Factor.ONE, ShapeShift.NONE);
  }

  ChannelCompiler(
      Channel channel,
      int offset,
      Map<String, ParameterGroup> groups,
      ParameterTable table,
      Interpolation interpolation) {
    this.channel = channel;
    this.offset = offset;
    this.groups = groups;
    this.table = table;
    this.interpolation = interpolation;
    for (int i = 0; i < channel.bins(); i++) {
      locals.add(new ArrayList<>());
    }
  }

  CompiledChannel compile() {
    CompiledSample[] samples =
        channel.samples().stream().map(this::compile).toArray(CompiledSample[]::new);
    return new CompiledChannel(
        channel.name(),
        offset,
        channel.bins(),
        ints(globals),
        locals.stream().map(ChannelCompiler::ints).toArray(int[][]::new),
        interpolation.isSmoothShape(),
        samples);
  }

  private CompiledSample compile(Sample sample) {
    Map<Integer, Action> actions = new LinkedHashMap<>();
    List<List<Integer>> localAt = new ArrayList<>();
    for (int i = 0; i < channel.bins(); i++) {
      localAt.add(new ArrayList<>());
    }
    double[] nominal = sample.nominal().toArray();
    for (Modifier modifier : sample.modifiers()) {
      ParameterGroup group = Objects.requireNonNull(groups.get(modifier.name()));
      if (group.kind().isPerBin()) {
        for (int i = 0; i < channel.bins(); i++) {
          addLocal(group.parameter(channel.name(), i), i, localAt.get(i));
        }
      } else {
        Action before = actions.getOrDefault(group.first(), Action.NONE);
        actions.put(group.first(), with(before, modifier, group.first(), nominal));
      }
    }
    List<Integer> rows = actions.keySet().stream().map(this::row).toList();
    return new CompiledSample(
        sample.name(),
        nominal,
        ints(rows),
        actions.values().stream().map(Action::factor).toArray(Factor[]::new),
        actions.values().stream().map(Action::shift).toArray(ShapeShift[]::new),
        localAt.stream().map(ChannelCompiler::ints).toArray(int[][]::new));
  }

  private Action with(Action before, Modifier modifier, int parameter, double[] nominal) {
    double power = table.power(parameter);
    return switch (modifier) {
      case Modifier.NormFactor _ -> new Action(new Factor.Power(1 / power), before.shift());
      case Modifier.Lumi _ -> new Action(new Factor.Power(1), before.shift());
      case Modifier.PowerFactor m ->
          new Action(new Factor.Power(m.power() / power), before.shift());
      case Modifier.NormSys m -> new Action(factor(m), before.shift());
      case Modifier.HistoSys m ->
          new Action(
              before.factor(), ShapeShift.of(nominal, m.low().toArray(), m.high().toArray()));
      case Modifier.ShapeSys _, Modifier.StatError _, Modifier.ShapeFactor _ -> before;
    };
  }

  private Factor factor(Modifier.NormSys m) {
    return interpolation.isSmoothFactor()
        ? Factor.SixthOrder.of(m.high(), m.low())
        : new Factor.Exponential(Math.log(m.high()), Math.log(m.low()));
  }

  private void addLocal(int parameter, int bin, List<Integer> positions) {
    if (parameter < 0) {
      return;
    }
    List<Integer> known = locals.get(bin);
    if (!known.contains(parameter)) {
      known.add(parameter);
    }
    positions.add(known.indexOf(parameter));
  }

  private int row(int parameter) {
    if (!globals.contains(parameter)) {
      globals.add(parameter);
    }
    return globals.indexOf(parameter);
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
