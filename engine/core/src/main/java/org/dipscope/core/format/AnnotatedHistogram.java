package org.dipscope.core.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.MeasuredSpectrum;
import org.dipscope.core.histogram.MeasurementErrors;
import org.dipscope.core.histogram.SplitErrors;
import org.dipscope.core.histogram.TotalErrors;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * A histogram with all that its file says about it, so that nothing is lost between formats. NaN as
 * content marks a missing value or a gap between bins; NaN as error, that none is given.
 *
 * @param histogram contents and total errors
 * @param valueUnit unit of the contents, or empty
 * @param sources named errors; none if the file has none or only totals without a split
 * @param notes further statements of the file, such as its title or the reaction
 */
public record AnnotatedHistogram(
    Histogram histogram, String valueUnit, List<ErrorSource> sources, Map<String, String> notes) {
  /** Key of the note that describes the histogram in words. */
  public static final String TITLE = "Title";

  /** Key of the note that names the quantity of the contents. */
  public static final String VALUE = "Value";

  /** Key of the note that says what the contents are, where the file itself does not. */
  public static final String CONTENTS = "Contents";

  /** Key of the note on contents outside the bins that a histogram of several axes cannot hold. */
  public static final String OUTSIDE = "Outside the axes";

  /** Copies the lists. */
  public AnnotatedHistogram {
    sources = List.copyOf(sources);
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
  }

  /** A histogram of which nothing else is known. */
  public static AnnotatedHistogram bare(Histogram histogram) {
    return new AnnotatedHistogram(histogram, "", List.of(), Map.of());
  }

  /**
   * A histogram whose total errors are those of its sources in quadrature. A single source without
   * a name that says no more than the totals is not kept as one.
   */
  public static AnnotatedHistogram of(
      String name,
      List<Axis> axes,
      Values contents,
      String valueUnit,
      List<ErrorSource> sources,
      Map<String, String> notes) {
    Histogram histogram =
        plain(
            name,
            axes,
            contents,
            quadrature(contents.size(), sources, false),
            quadrature(contents.size(), sources, true));
    boolean split = sources.size() != 1 || !isTotal(sources.getFirst(), histogram);
    return new AnnotatedHistogram(histogram, valueUnit, split ? sources : List.of(), notes);
  }

  private static boolean isTotal(ErrorSource source, Histogram histogram) {
    return source.label().isEmpty()
        && same(source.down().map(shift -> -shift), histogram.errorsLow())
        && same(source.up(), histogram.errorsHigh());
  }

  private static boolean same(Values one, Values other) {
    return IntStream.range(0, one.size())
        .allMatch(i -> one.get(i) == other.get(i) || Double.compare(one.get(i), other.get(i)) == 0);
  }

  /** Whether the total errors are the sources in quadrature; true if there is none. */
  public boolean totalsFollowFromSources() {
    return sources.isEmpty()
        || (same(quadrature(bins(), sources, false), histogram.errorsLow())
            && same(quadrature(bins(), sources, true), histogram.errorsHigh()));
  }

  /** The same with a note more, which replaces one of the same key. */
  public AnnotatedHistogram withNote(String key, String text) {
    Map<String, String> more = new LinkedHashMap<>(notes);
    more.put(key, text);
    return new AnnotatedHistogram(histogram, valueUnit, sources, more);
  }

  /** The same, with the note that its file holds contents beyond its several axes. */
  public AnnotatedHistogram withOutsideLeftOut() {
    return withNote(OUTSIDE, "the file has contents there, which are left out");
  }

  /** The same with other total errors. */
  public AnnotatedHistogram withErrors(Values low, Values high) {
    Histogram h = histogram;
    Histogram changed =
        new Histogram(
            h.name(),
            h.axes(),
            h.contents(),
            low,
            high,
            h.underflow(),
            h.overflow(),
            h.sumOfWeights());
    return new AnnotatedHistogram(changed, valueUnit, sources, notes);
  }

  /** A histogram with nothing outside its axes; missing contents do not count in its sum. */
  public static Histogram plain(
      String name, List<Axis> axes, Values contents, Values errorsLow, Values errorsHigh) {
    return new Histogram(name, axes, contents, errorsLow, errorsHigh, 0, 0, sum(contents));
  }

  /** The sum of the contents that are there. */
  public static double sum(Values contents) {
    return contents.map(content -> Double.isNaN(content) ? 0 : content).sum();
  }

  /** The same with contents outside the axis. */
  public AnnotatedHistogram withFlow(double underflow, double overflow) {
    return with(underflow, overflow, histogram.sumOfWeights());
  }

  /** The same with another sum of weights, where the file states it. */
  public AnnotatedHistogram withSumOfWeights(double sum) {
    return with(histogram.underflow(), histogram.overflow(), sum);
  }

  private AnnotatedHistogram with(double underflow, double overflow, double sumOfWeights) {
    Histogram h = histogram;
    return new AnnotatedHistogram(
        new Histogram(
            h.name(),
            h.axes(),
            h.contents(),
            h.errorsLow(),
            h.errorsHigh(),
            underflow,
            overflow,
            sumOfWeights),
        valueUnit,
        sources,
        notes);
  }

  /**
   * Contents and errors as a measured spectrum: sources whose label says stat or lumi as such, all
   * others in quadrature as systematic; total errors if no source is named.
   *
   * @throws ProblemException if there are several axes, or a content or an error is missing
   */
  public MeasuredSpectrum toSpectrum() {
    for (int i = 0; i < histogram.contents().size(); i++) {
      if (Double.isNaN(histogram.errorsLow().get(i))
          || Double.isNaN(histogram.errorsHigh().get(i))) {
        throw new ProblemException(
            Problem.badInput(
                "Bin %d of \"%s\" has no errors.".formatted(i + 1, histogram.name()),
                "Take it as counts, or choose a column with errors."));
      }
    }
    return new MeasuredSpectrum(
        histogram.name(),
        histogram.axis(),
        valueUnit,
        false,
        histogram.contents(),
        errors(),
        notes.getOrDefault(TITLE, ""));
  }

  private MeasurementErrors errors() {
    boolean named = sources.stream().anyMatch(source -> !source.label().isBlank());
    if (!named) {
      return new TotalErrors(histogram.errorsLow(), histogram.errorsHigh());
    }
    List<ErrorSource> systematic = of(source -> !source.isStatistical() && !source.isLuminosity());
    return new SplitErrors(
        mean(of(ErrorSource::isStatistical)),
        zeroIfMissing(quadrature(bins(), systematic, false)),
        zeroIfMissing(quadrature(bins(), systematic, true)),
        mean(of(source -> source.isLuminosity() && !source.isStatistical())));
  }

  private int bins() {
    return histogram.contents().size();
  }

  private List<ErrorSource> of(Predicate<ErrorSource> which) {
    return sources.stream().filter(which).toList();
  }

  private Values mean(List<ErrorSource> group) {
    Values low = zeroIfMissing(quadrature(bins(), group, false));
    Values high = zeroIfMissing(quadrature(bins(), group, true));
    return values(
        bins(), i -> low.get(i) == high.get(i) ? low.get(i) : 0.5 * (low.get(i) + high.get(i)));
  }

  private static Values zeroIfMissing(Values errors) {
    return errors.map(error -> Double.isNaN(error) ? 0 : error);
  }

  /** Summed from the smallest on, so that the order of the sources changes nothing. */
  private static Values quadrature(int bins, List<ErrorSource> sources, boolean high) {
    return values(
        bins,
        i ->
            sources.stream()
                .mapToDouble(source -> high ? source.high(i) : source.low(i))
                .filter(size -> !Double.isNaN(size))
                .sorted()
                .reduce(Math::hypot)
                .orElse(Double.NaN));
  }

  private static Values values(int count, IntToDoubleFunction function) {
    return Values.of(IntStream.range(0, count).mapToDouble(function).toArray());
  }
}
