package org.dipscope.core.format.yoda;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;

/** What an object of a file turned out to be. */
sealed interface YodaContent {

  /** Bins with contents. */
  record Bins(AnnotatedHistogram histogram) implements YodaContent {}

  /**
   * Rows that make no bins: points, counters, categories.
   *
   * @param name path of the object
   * @param columns one per column; all of the same length
   */
  record Table(String name, List<Column> columns) implements YodaContent {}

  /** A column of numbers, or of texts if they are no numbers. */
  record Column(String name, String unit, List<String> texts, double[] numbers) {
    static Column of(String name, double[] numbers) {
      return new Column(name, "", List.of(), numbers);
    }
  }

  /** The annotations but those that say how an object is stored, or what an axis is. */
  static Map<String, String> notes(YodaObject object, int axes) {
    Map<String, String> notes = new TreeMap<>(object.annotations());
    notes
        .keySet()
        .removeIf(
            key ->
                key.startsWith("Edges(")
                    || key.startsWith("Masked")
                    || key.startsWith("Dipscope")
                    || key.matches("[XYZ]Label")
                    || List.of("ErrorLabels", "ErrorBreakdown", "Path", "Type", "Variations")
                        .contains(key));
    String value = axes > 2 ? "" : label(object.annotations().getOrDefault(label(axes), ""));
    if (!value.isEmpty()) {
      notes.put(AnnotatedHistogram.VALUE, value);
    }
    return notes;
  }

  /** An axis with label and unit of an annotation such as {@code XLabel: m [GeV]}. */
  static Axis axis(YodaObject object, int index, Binning binning) {
    return axis(object.annotations().getOrDefault(label(index), ""), binning);
  }

  /** An axis with the label and unit of a title. */
  static Axis axis(String title, Binning binning) {
    return new Axis(label(title), unit(title), binning);
  }

  /** The key of the title of an axis, of which the fourth and further have none. */
  private static String label(int index) {
    return index < 3 ? "XYZ".charAt(index) + "Label" : "";
  }

  /** The title without its unit. */
  private static String label(String title) {
    return unit(title).isEmpty() ? title : title.substring(0, title.lastIndexOf('[')).strip();
  }

  /** The unit in square brackets at the end of a label, or empty. */
  static String unit(String title) {
    int open = title.lastIndexOf('[');
    return open >= 0 && title.endsWith("]") ? title.substring(open + 1, title.length() - 1) : "";
  }

  /** The unit of the contents: of the label after those of the axes. */
  static String valueUnit(YodaObject object, int axes) {
    return unit(object.annotations().getOrDefault(label(axes), ""));
  }

  /** The path, or the name that our writer could not use as a path. */
  static String name(YodaObject object) {
    return object.annotations().getOrDefault("DipscopeName", object.path());
  }
}
