package org.dipscope.core.histfactory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes workspaces in the JSON that pyhf reads (schema 1.0.0). Axes of channels go to a file of
 * their own beside it, since the schema has no place for them; the {@code powerfactor} of
 * interference models is an extension that pyhf does not know.
 */
public final class WorkspaceJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private WorkspaceJson() {}

  /**
   * Writes a workspace, and its axes beside it if it has any.
   *
   * @throws org.dipscope.core.problem.ProblemException if a file cannot be written
   */
  public static void write(Workspace workspace, Path file) {
    write(tree(workspace), file);
    Map<String, Object> axes = axes(workspace);
    if (!axes.isEmpty()) {
      write(axes, ModelFiles.sideCar(file));
    }
  }

  private static void write(Object tree, Path file) {
    String json = MAPPER.writeValueAsString(tree);
    AtomicFile.write(file, writer -> writer.write(json));
  }

  /** The document as maps, lists and numbers. */
  public static Map<String, Object> tree(Workspace workspace) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("channels", workspace.channels().stream().map(WorkspaceJson::channel).toList());
    tree.put(
        "observations",
        workspace.channels().stream()
            .map(c -> Map.of("name", c.name(), "data", c.observed().toArray()))
            .toList());
    tree.put(
        "measurements", workspace.measurements().stream().map(WorkspaceJson::measurement).toList());
    tree.put("version", "1.0.0");
    return tree;
  }

  private static Map<String, Object> axes(Workspace workspace) {
    Map<String, Object> axes = new LinkedHashMap<>();
    for (Channel channel : workspace.channels()) {
      ChannelAxis axis = channel.axis();
      if (axis != null) {
        axes.put(
            channel.name(),
            Map.of("edges", axis.edges().toArray(), "label", axis.label(), "unit", axis.unit()));
      }
    }
    return axes;
  }

  private static Map<String, Object> channel(Channel channel) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", channel.name());
    List<Object> samples = new ArrayList<>();
    for (Sample sample : channel.samples()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", sample.name());
      one.put("data", sample.nominal().toArray());
      one.put("modifiers", sample.modifiers().stream().map(WorkspaceJson::modifier).toList());
      samples.add(one);
    }
    tree.put("samples", samples);
    return tree;
  }

  private static Map<String, @Nullable Object> modifier(Modifier modifier) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("name", modifier.name());
    tree.put("type", modifier.type());
    tree.put(
        "data",
        switch (modifier) {
          case Modifier.NormFactor _, Modifier.Lumi _, Modifier.ShapeFactor _ -> null;
          case Modifier.PowerFactor m -> Map.of("power", m.power());
          case Modifier.NormSys m -> pair("hi", m.high(), "lo", m.low());
          case Modifier.HistoSys m ->
              pair("hi_data", m.high().toArray(), "lo_data", m.low().toArray());
          case Modifier.ShapeSys m -> m.uncertainty().toArray();
          case Modifier.StatError m -> m.uncertainty().toArray();
        });
    return tree;
  }

  private static Map<String, Object> pair(String key, Object value, String other, Object second) {
    Map<String, Object> pair = new LinkedHashMap<>();
    pair.put(key, value);
    pair.put(other, second);
    return pair;
  }

  private static Map<String, Object> measurement(Measurement measurement) {
    List<Object> parameters = new ArrayList<>();
    for (ParameterSettings settings : measurement.settings()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", settings.name());
      put(one, "inits", settings.initial());
      Values low = settings.low();
      Values high = settings.high();
      if (low != null && high != null) {
        List<double[]> bounds = new ArrayList<>();
        for (int i = 0; i < low.size(); i++) {
          bounds.add(new double[] {low.get(i), high.get(i)});
        }
        one.put("bounds", bounds);
      }
      Boolean fixed = settings.fixed();
      if (fixed != null) {
        one.put("fixed", fixed);
      }
      put(one, "auxdata", settings.auxiliary());
      put(one, "sigmas", settings.sigmas());
      parameters.add(one);
    }
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("poi", measurement.poi());
    config.put("parameters", parameters);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", measurement.name());
    tree.put("config", config);
    return tree;
  }

  private static void put(Map<String, Object> tree, String key, @Nullable Values values) {
    if (values != null) {
      tree.put(key, values.toArray());
    }
  }
}
