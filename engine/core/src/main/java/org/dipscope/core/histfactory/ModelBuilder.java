package org.dipscope.core.histfactory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Makes flat arrays of a workspace and the parameters of one of its measurements. */
final class ModelBuilder {
  /** More parameters would take minutes and gigabytes. */
  private static final int MOST_PARAMETERS = 3000;

  private final Workspace workspace;
  private final Measurement measurement;
  private final Interpolation interpolation;
  private final Map<String, ParameterGroup> groups = new LinkedHashMap<>();

  ModelBuilder(Workspace workspace, Measurement measurement, Interpolation interpolation) {
    this.workspace = workspace;
    this.measurement = measurement;
    this.interpolation = interpolation;
  }

  BinnedModel build() {
    for (Channel channel : workspace.channels()) {
      for (Sample sample : channel.samples()) {
        for (Modifier modifier : sample.modifiers()) {
          collect(channel, sample, modifier);
        }
      }
    }
    ParameterTable table = new ParameterTable(workspace.file(), measurement);
    for (ParameterGroup group : groups.values()) {
      if (table.size() + group.size() > MOST_PARAMETERS) {
        throw bad(
            "the model has more than " + MOST_PARAMETERS + " parameters.",
            "Combine samples or bins, or leave out channels; fits of this size do not end.");
      }
      table.add(group, hasKink(group));
    }
    CompiledChannel[] channels = new CompiledChannel[workspace.channels().size()];
    int bins = 0;
    for (int c = 0; c < channels.length; c++) {
      Channel channel = workspace.channels().get(c);
      channels[c] = new ChannelCompiler(channel, bins, groups, table, interpolation).compile();
      bins += channel.bins();
    }
    double[] counts = new double[bins];
    for (int c = 0; c < channels.length; c++) {
      double[] observed = workspace.channels().get(c).observed().toArray();
      System.arraycopy(observed, 0, counts, channels[c].offset(), observed.length);
    }
    int poi = poi(table);
    if (!workspace.isObserved()) {
      table.warn("Nothing was observed: a fit would see no events at all.");
    }
    return new BinnedModel(
        table.parameters(), table.constraints(), poi, channels, counts, table.warnings());
  }

  private void collect(Channel channel, Sample sample, Modifier modifier) {
    ParameterGroup.Kind kind = ParameterGroup.Kind.of(modifier);
    ParameterGroup known = groups.get(modifier.name());
    if (known != null && (known.kind() != kind || kind == ParameterGroup.Kind.SHAPE_SYS)) {
      throw bad(
          "channel %s, sample %s: %s %s shares its name with another modifier that it cannot share"
                  .formatted(channel.name(), sample.name(), modifier.type(), modifier.name())
              + " parameters with.",
          "Give it a name of its own; only modifiers of one type share parameters, and normsys with"
              + " histosys.");
    }
    ParameterGroup group =
        groups.computeIfAbsent(modifier.name(), name -> new ParameterGroup(name, kind));
    double[] nominal = sample.nominal().toArray();
    switch (modifier) {
      case Modifier.NormFactor _ -> group.powers().add(1.0);
      case Modifier.PowerFactor m -> group.powers().add(m.power());
      case Modifier.ShapeSys m -> group.takeShapeErrors(nominal, m.uncertainty().toArray());
      case Modifier.StatError m ->
          group.takeStatErrors(channel.name(), nominal, m.uncertainty().toArray());
      case Modifier.ShapeFactor m -> {
        if (!group.takeFreeBins(nominal.length)) {
          throw bad(
              "channel %s, sample %s: shapefactor %s has %d bins here and %d elsewhere."
                  .formatted(channel.name(), sample.name(), m.name(), nominal.length, group.size()),
              "Channels that share a shapefactor have as many bins.");
        }
      }
      case Modifier.Lumi _, Modifier.NormSys _, Modifier.HistoSys _ -> {}
    }
  }

  private boolean hasKink(ParameterGroup group) {
    return group.kind() == ParameterGroup.Kind.ALPHA
        && workspace.channels().stream()
            .flatMap(channel -> channel.samples().stream())
            .flatMap(sample -> sample.modifiers().stream())
            .filter(modifier -> modifier.name().equals(group.name()))
            .anyMatch(
                modifier ->
                    modifier instanceof Modifier.NormSys
                        ? !interpolation.isSmoothFactor()
                        : !interpolation.isSmoothShape());
  }

  private int poi(ParameterTable table) {
    String name = measurement.poi();
    if (name.isEmpty()) {
      return -1;
    }
    List<FitParameter> parameters = table.parameters();
    for (int k = 0; k < parameters.size(); k++) {
      if (parameters.get(k).name().equals(name)) {
        return k;
      }
    }
    table.warn(
        "The parameter of interest " + name + " does not appear in any sample; the fit has none.");
    return -1;
  }

  private ProblemException bad(String what, String hint) {
    return new ProblemException(
        Problem.badInput(workspace.file() + ": " + what, hint, workspace.file(), 0));
  }
}
