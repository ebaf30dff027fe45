package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Stack;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histfactory.Channel;
import org.dipscope.core.histfactory.ChannelAxis;
import org.dipscope.core.histfactory.ChannelRates;
import org.dipscope.core.histogram.Garwood;
import org.dipscope.core.histogram.Values;

/**
 * A channel of a binned model: the samples stacked, what was observed with Garwood errors, and the
 * ratio of both. What a sample takes away, as destructive interference does, hangs below zero, so
 * that the line of the total is what remains.
 */
public final class ChannelFigure {
  private static final double RATIO_WEIGHT = 0.42;
  private static final double WIDEST_RATIO = 2.5;

  private final ChannelRates rates;
  private final Channel channel;
  private final Values edges;
  private final int bins;

  private ChannelFigure(ChannelRates rates) {
    this.rates = rates;
    channel = rates.channel();
    edges = edges(channel);
    bins = rates.total().size();
  }

  /**
   * Draws a channel.
   *
   * @param band what the uncertainty is called in the legend
   * @param logContents whether the axis of events is logarithmic; what is not positive is then not
   *     seen
   */
  public static FigureSpec of(ChannelRates rates, String band, boolean logContents) {
    ChannelFigure figure = new ChannelFigure(rates);
    Axis y = logContents ? Axis.log("events / bin", "") : Axis.linear("events / bin", "");
    Panel upper =
        new Panel(
            y,
            figure.upper(band),
            1,
            HistogramFigure.escaped(figure.channel.name()),
            "",
            figure.legend(band));
    Panel lower =
        Panel.of(figure.ratioAxis(), figure.lower().toArray(Mark[]::new))
            .withWeight(RATIO_WEIGHT)
            .withLegend(Legend.NONE);
    return FigureSpec.of(
        "Channel " + figure.channel.name(), Column.of(axis(figure.channel), upper, lower));
  }

  /** The edges of the bins: those of the axis, or around whole numbers. */
  static Values edges(Channel channel) {
    ChannelAxis axis = channel.axis();
    return axis != null
        ? axis.edges()
        : Values.of(IntStream.rangeClosed(0, channel.bins()).mapToDouble(i -> i + 0.5).toArray());
  }

  /** The horizontal axis: as the side-car names it, or the number of the bin. */
  static Axis axis(Channel channel) {
    ChannelAxis axis = channel.axis();
    Values edges = edges(channel);
    Axis drawn =
        axis == null
            ? Axis.linear("bin", "")
            : Axis.linear(HistogramFigure.richAxis(axis.label()), axis.unit());
    return drawn.range(edges.get(0), edges.get(edges.size() - 1));
  }

  /** The number of bins in which nothing is expected, so that there is no ratio. */
  public static long emptyBins(ChannelRates rates) {
    return IntStream.range(0, rates.total().size())
        .filter(i -> !(rates.total().get(i) > 0))
        .count();
  }

  private Legend legend(String band) {
    List<String> order = new ArrayList<>(List.of("data"));
    channel.samples().forEach(sample -> order.add(HistogramFigure.escaped(sample.name())));
    order.add("total");
    order.add(band);
    return Legend.AUTO.inOrder(order.toArray(String[]::new));
  }

  private List<Mark> upper(String band) {
    List<Stack.Layer> above = new ArrayList<>();
    List<Stack.Layer> below = new ArrayList<>();
    for (int s = 0; s < channel.samples().size(); s++) {
      Values contents = rates.samples().get(s);
      String name = HistogramFigure.escaped(channel.samples().get(s).name());
      Colour colour = Colour.series(s + 1);
      boolean isAbove = contents.map(c -> c > 0 ? 1 : 0).sum() > 0;
      boolean isBelow = contents.map(c -> c < 0 ? 1 : 0).sum() > 0;
      if (isAbove || !isBelow) {
        above.add(new Stack.Layer(name, contents.map(c -> Math.max(0, c)), colour));
      }
      if (isBelow) {
        below.add(
            0, new Stack.Layer(isAbove ? "" : name, contents.map(c -> Math.min(0, c)), colour));
      }
    }
    List<Mark> marks = new ArrayList<>();
    marks.add(new Stack(edges, above));
    if (!below.isEmpty()) {
      marks.add(new Stack(edges, below));
      marks.add(ReferenceLine.horizontal(0, ""));
    }
    marks.add(new Steps("total", edges, rates.total(), Stroke.DEFAULT));
    if (hasErrors()) {
      marks.add(
          new Band(
              band,
              edges,
              perBin(i -> rates.total().get(i) - rates.errors().get(i)),
              perBin(i -> rates.total().get(i) + rates.errors().get(i)),
              Fill.HATCHED,
              Colour.FOREGROUND));
    }
    if (!channel.observed().isEmpty()) {
      marks.add(data("data", i -> 1));
    }
    return marks;
  }

  private List<Mark> lower() {
    List<Mark> marks = new ArrayList<>();
    marks.add(ReferenceLine.horizontal(1, ""));
    if (hasErrors()) {
      IntToDoubleFunction error = i -> relative(i) * rates.errors().get(i);
      marks.add(
          new Band(
              "",
              edges,
              perBin(i -> 1 - error.applyAsDouble(i)),
              perBin(i -> 1 + error.applyAsDouble(i)),
              Fill.HATCHED,
              Colour.FOREGROUND));
    }
    if (!channel.observed().isEmpty()) {
      marks.add(data("", this::relative));
    }
    return marks;
  }

  private boolean hasErrors() {
    return rates.errors().map(Math::abs).sum() > 0;
  }

  /** One over the total; NaN where that is not positive. */
  private double relative(int bin) {
    double total = rates.total().get(bin);
    return total > 0 ? 1 / total : Double.NaN;
  }

  private Points data(String label, IntToDoubleFunction factor) {
    int[] shown =
        IntStream.range(0, bins).filter(i -> Double.isFinite(factor.applyAsDouble(i))).toArray();
    return Points.data(
        label,
        pick(shown, i -> 0.5 * (edges.get(i) + edges.get(i + 1))),
        pick(shown, i -> factor.applyAsDouble(i) * channel.observed().get(i)),
        pick(shown, i -> factor.applyAsDouble(i) * (count(i) - Garwood.of(count(i)).low())),
        pick(shown, i -> factor.applyAsDouble(i) * (Garwood.of(count(i)).high() - count(i))));
  }

  private double count(int bin) {
    return channel.observed().get(bin);
  }

  /** Around 1 as far as the points reach, but not so far that nothing else is seen. */
  private Axis ratioAxis() {
    double reach = 0.1;
    for (int i = 0; i < bins; i++) {
      double per = relative(i);
      if (Double.isFinite(per) && !channel.observed().isEmpty()) {
        reach = Math.max(reach, Math.abs(per * count(i) - 1) + per * Math.sqrt(count(i)));
      }
    }
    double shown = Math.min(reach * 1.1, WIDEST_RATIO - 1);
    return Axis.linear("data / total", "").range(Math.max(0, 1 - shown), 1 + shown);
  }

  private Values perBin(IntToDoubleFunction value) {
    return Values.of(IntStream.range(0, bins).mapToDouble(value).toArray());
  }

  private static Values pick(int[] which, IntToDoubleFunction value) {
    return Values.of(IntStream.of(which).mapToDouble(value).toArray());
  }
}
