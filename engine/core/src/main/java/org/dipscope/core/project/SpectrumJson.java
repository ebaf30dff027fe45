package org.dipscope.core.project;

import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.MeasuredSpectrum;
import org.dipscope.core.histogram.MeasurementErrors;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.histogram.SplitErrors;
import org.dipscope.core.histogram.TotalErrors;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.SpectrumEntry.Comparison;
import org.dipscope.core.project.SpectrumEntry.Data;
import org.dipscope.core.project.SpectrumEntry.Embedded;
import org.dipscope.core.project.SpectrumEntry.FileReference;
import org.dipscope.core.project.SpectrumEntry.Generation;
import tools.jackson.databind.node.ObjectNode;

/** Spectra in project files. */
final class SpectrumJson {

  private SpectrumJson() {}

  static void write(SpectrumEntry entry, ObjectNode into) {
    into.put("id", entry.id());
    into.putNull("embedded");
    into.putNull("file");
    into.putNull("generation");
    into.put("comparison", Fields.word(entry.comparison()));
    var masks = into.putArray("masks");
    entry.masks().forEach(m -> masks.addObject().put("low", m.low()).put("high", m.high()));
    switch (entry.data()) {
      case FileReference reference ->
          into.putObject("file").put("path", reference.path()).put("sha256", reference.sha256());
      case Embedded embedded -> {
        write(embedded.spectrum(), into.putObject("embedded"));
        Generation generation = embedded.generation();
        if (generation != null) {
          ObjectNode node = into.putObject("generation");
          ScenarioJson.write(generation.truth(), node.putObject("truth"));
          node.put("seed", generation.seed());
          node.put("algorithm", generation.algorithm());
        }
      }
    }
  }

  private static void write(Spectrum spectrum, ObjectNode into) {
    into.put("kind", spectrum instanceof CountSpectrum ? "counts" : "measured");
    into.put("name", spectrum.name());
    ObjectNode axis = into.putObject("axis");
    axis.put("label", spectrum.axis().label());
    axis.put("unit", spectrum.axis().unit());
    Fields.put(axis, "edges", Values.of(spectrum.binning().edges()));
    into.put("source", spectrum.source());
    switch (spectrum) {
      case CountSpectrum counts -> {
        Fields.put(into, "counts", counts.counts());
        Fields.put(into, "luminosityInvFb", counts.luminosityInvFb());
      }
      case MeasuredSpectrum measured -> {
        into.put("valueUnit", measured.valueUnit());
        into.put("normalised", measured.normalised());
        Fields.put(into, "values", measured.values());
        write(measured.errors(), into.putObject("errors"));
      }
    }
  }

  private static void write(MeasurementErrors errors, ObjectNode into) {
    switch (errors) {
      case SplitErrors split -> {
        into.put("kind", "split");
        Fields.put(into, "statistical", split.statistical());
        Fields.put(into, "systematicLow", split.systematicLow());
        Fields.put(into, "systematicHigh", split.systematicHigh());
        Fields.put(into, "luminosity", split.luminosity());
      }
      case TotalErrors total -> {
        into.put("kind", "total");
        Fields.put(into, "low", total.low());
        Fields.put(into, "high", total.high());
      }
    }
  }

  static SpectrumEntry read(Fields fields) {
    return new SpectrumEntry(
        fields.text("id"),
        data(fields),
        fields.choice("comparison", Comparison.AUTOMATIC),
        fields.list("masks", SpectrumJson::mask));
  }

  private static MassInterval mask(Fields fields) {
    try {
      return new MassInterval(fields.number("low", Double.NaN), fields.number("high", Double.NaN));
    } catch (ProblemException e) {
      throw e.problem().file() == null ? fields.at(e) : e;
    }
  }

  private static Data data(Fields fields) {
    Fields file = fields.objectOrNull("file");
    if (file != null) {
      return new FileReference(file.text("path"), file.text("sha256"));
    }
    Fields embedded = fields.object("embedded");
    Fields generation = fields.objectOrNull("generation");
    try {
      Generation made =
          generation == null
              ? null
              : new Generation(
                  ScenarioJson.read(generation.object("truth")),
                  generation.whole("seed", 0),
                  generation.text("algorithm", ""));
      return new Embedded(spectrum(embedded), made);
    } catch (ProblemException e) {
      throw e.problem().file() == null ? embedded.at(e) : e;
    }
  }

  private static Spectrum spectrum(Fields fields) {
    Fields axisFields = fields.object("axis");
    Axis axis =
        new Axis(
            axisFields.text("label", ""),
            axisFields.text("unit", ""),
            Binning.of(axisFields.values("edges").toArray()));
    String name = fields.text("name", "");
    String source = fields.text("source", "");
    String kind = fields.text("kind");
    return switch (kind) {
      case "counts" ->
          new CountSpectrum(
              name, axis, fields.values("counts"), fields.numberOrNull("luminosityInvFb"), source);
      case "measured" ->
          new MeasuredSpectrum(
              name,
              axis,
              fields.text("valueUnit", ""),
              fields.flag("normalised", false),
              fields.values("values"),
              errors(fields.object("errors")),
              source);
      default -> throw unknown(kind, "a spectrum (counts or measured)");
    };
  }

  private static MeasurementErrors errors(Fields fields) {
    String kind = fields.text("kind");
    return switch (kind) {
      case "split" ->
          new SplitErrors(
              fields.values("statistical"),
              fields.values("systematicLow"),
              fields.values("systematicHigh"),
              fields.values("luminosity"));
      case "total" -> new TotalErrors(fields.values("low"), fields.values("high"));
      default -> throw unknown(kind, "errors (split or total)");
    };
  }

  private static ProblemException unknown(String kind, String what) {
    return new ProblemException(
        Problem.badInput(
            "\"" + kind + "\" is no kind of " + what + ".",
            "Open the project with the version of Dipscope that wrote it."));
  }
}
