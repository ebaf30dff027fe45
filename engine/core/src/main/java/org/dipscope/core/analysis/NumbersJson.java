package org.dipscope.core.analysis;

import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.likelihood.Axis;
import org.dipscope.core.likelihood.LikelihoodSurface;
import org.dipscope.core.likelihood.NuisanceFit;
import org.dipscope.core.likelihood.SurfaceMinimum;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.ScenarioJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The numbers behind the figures of one slider position, as JSON text. */
public final class NumbersJson {
  /** The version this code writes. */
  public static final int SCHEMA_VERSION = 1;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final DefaultPrettyPrinter LINES =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private NumbersJson() {}

  /**
   * Writes data, masks and, if there are any, prediction, fit and the minima of the surface.
   *
   * @param prediction what is expected, or null if the data stand alone
   * @param surface the likelihood surface, or null
   * @param blindSpots what a bump hunt would miss, or null
   */
  public static String write(
      Scenario scenario,
      SpectrumData data,
      @Nullable Prediction prediction,
      Derived derived,
      @Nullable LikelihoodSurface surface,
      @Nullable BlindSpotMap blindSpots) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("kind", "numbers").put("schemaVersion", SCHEMA_VERSION);
    ScenarioJson.write(scenario, root.putObject("scenario"));
    derived(derived, root.putObject("derived"));
    ObjectNode spectrum = root.putObject("spectrum");
    spectrum(data, spectrum);
    if (prediction != null) {
      prediction(prediction, spectrum);
      fit(prediction, root.putObject("fit"));
    }
    if (surface != null) {
      surface(surface, root.putObject("surface"));
    }
    if (blindSpots != null) {
      blindSpots(blindSpots, root.putObject("blindSpots"));
    }
    return MAPPER.writer().with(LINES).writeValueAsString(root) + "\n";
  }

  private static void derived(Derived derived, ObjectNode into) {
    into.put("widthGeV", derived.widthGeV());
    into.put("relativeWidth", derived.relativeWidth());
    into.putObject("partialWidthsGeV")
        .put("tt", derived.partialWidths().tt())
        .put("bb", derived.partialWidths().bb())
        .put("tautau", derived.partialWidths().tautau())
        .put("gg", derived.partialWidths().gg());
    into.put("unphysical", derived.unphysical());
    into.put("nonPerturbative", derived.nonPerturbative());
    put(into, "pureDipGeV", derived.pureDipGeV());
    into.put("pdf", derived.pdfName());
    put(into, "alphaS", derived.alphaS());
    into.put("scale", derived.scaleLabel());
  }

  private static void spectrum(SpectrumData data, ObjectNode into) {
    Binning bins = data.axis().binning();
    into.put("name", data.spectrum().name());
    into.put("source", data.spectrum().source());
    into.put("unit", data.contentUnit().isEmpty() ? "events per bin" : data.contentUnit());
    array(into, "edgesGeV", bins.edges());
    ArrayNode values = into.putArray("data");
    ArrayNode low = into.putArray("errorLow");
    ArrayNode high = into.putArray("errorHigh");
    ArrayNode fitted = into.putArray("fitted");
    for (int i = 0; i < bins.count(); i++) {
      values.add(data.value(i));
      low.add(data.errorLow(i));
      high.add(data.errorHigh(i));
      fitted.add(data.isFitted(i));
    }
    ArrayNode masks = into.putArray("masks");
    data.masks().forEach(m -> masks.addObject().put("low", m.low()).put("high", m.high()));
  }

  private static void prediction(Prediction prediction, ObjectNode into) {
    array(into, "background", prediction.background());
    array(into, "signal", prediction.signal());
    array(into, "interference", prediction.interference());
    array(into, "total", prediction.total());
    array(into, "uncertainty", prediction.uncertainty());
  }

  private static void fit(Prediction prediction, ObjectNode into) {
    into.put("twiceDeltaNllToBackground", prediction.twiceDeltaNll());
    into.put("expectedSignificance", prediction.expectedSignificance());
    NuisanceFit fit = prediction.fit();
    ArrayNode list = into.putArray("nuisances");
    for (int k = 0; k < fit.nuisances().size(); k++) {
      ObjectNode node = list.addObject();
      node.put("name", fit.nuisances().get(k).name());
      put(node, "priorWidth", fit.nuisances().get(k).priorWidth());
      put(node, "value", fit.value(k));
      put(node, "uncertainty", fit.uncertainty(k));
    }
  }

  private static void surface(LikelihoodSurface surface, ObjectNode into) {
    into.put("x", surface.grid().x().name());
    into.put("y", surface.grid().y().name());
    ArrayNode minima = into.putArray("minima");
    for (SurfaceMinimum minimum : surface.minima()) {
      minima
          .addObject()
          .put("x", minimum.x())
          .put("y", minimum.y())
          .put("twiceDeltaNll", minimum.delta())
          .put("onBorder", minimum.isOnBorder());
    }
  }

  /** Entry i of a list belongs to value i % count of the first axis, i / count of the second. */
  private static void blindSpots(BlindSpotMap map, ObjectNode into) {
    into.put("hunter", map.hunt().name());
    into.put("definition", map.hunt().bumps().definition());
    into.put("searchFromGeV", map.search().low());
    into.put("searchToGeV", map.search().high());
    into.put("spuriousZ", map.search().spuriousZ());
    axis(map.grid().x(), into.putObject("x"));
    axis(map.grid().y(), into.putObject("y"));
    ArrayNode points = into.putArray("points");
    for (BlindSpotMap.Point point : map.points()) {
      ObjectNode node = points.addObject();
      put(node, "expectedZ", point.expectedZ());
      put(node, "bumpZ", point.bumpZ());
      put(node, "bumpMassGeV", point.bumpMass());
      put(node, "dipZ", point.dipZ());
      node.put("blind", point.isBlind());
    }
  }

  private static void axis(Axis axis, ObjectNode into) {
    into.put("name", axis.name()).put("unit", axis.unit());
    double[] values = new double[axis.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = axis.value(i);
    }
    array(into, "values", values);
  }

  private static void array(ObjectNode into, String name, Values values) {
    array(into, name, values.toArray());
  }

  private static void array(ObjectNode into, String name, double[] values) {
    ArrayNode array = into.putArray(name);
    for (double value : values) {
      array.add(value);
    }
  }

  /** JSON has no NaN and no infinity: they become null. */
  private static void put(ObjectNode into, String name, double value) {
    if (Double.isFinite(value)) {
      into.put(name, value);
    } else {
      into.putNull(name);
    }
  }
}
