package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histfactory.Channel;
import org.dipscope.core.histogram.Values;

/** What one parameter does to a channel: nominal, one width up and down, and both over nominal. */
public final class VariationFigure {
  private static final double RATIO_WEIGHT = 0.6;
  private static final double LEAST_REACH = 0.01;
  private static final double MOST_REACH = 2;

  private VariationFigure() {}

  /**
   * Templates to compare; all have the bins of the channel.
   *
   * @param nominal at the centre
   * @param up one width above
   * @param down one width below
   */
  public record Templates(Values nominal, Values up, Values down) {}

  /**
   * Draws templates.
   *
   * @param what is drawn, such as the name of a sample or {@code total}
   * @param parameter that moves
   */
  public static FigureSpec of(Channel channel, String what, String parameter, Templates templates) {
    Values edges = ChannelFigure.edges(channel);
    String name = HistogramFigure.escaped(parameter);
    Stroke up = Stroke.of(Colour.series(3));
    Stroke down = Stroke.of(Colour.series(1));
    Panel upper =
        Panel.of(
                Axis.linear("events / bin", ""),
                new Steps(name + " −1σ", edges, templates.down(), down),
                new Steps(name + " +1σ", edges, templates.up(), up),
                new Steps("nominal", edges, templates.nominal(), Stroke.DEFAULT))
            .withTitles(HistogramFigure.escaped(channel.name()), HistogramFigure.escaped(what))
            .withLegend(Legend.AUTO.inOrder("nominal", name + " +1σ", name + " −1σ"));
    Values high = ratio(templates.up(), templates.nominal());
    Values low = ratio(templates.down(), templates.nominal());
    List<Mark> marks = new ArrayList<>();
    marks.add(ReferenceLine.horizontal(1, ""));
    marks.add(new Steps("", edges, low, down));
    marks.add(new Steps("", edges, high, up));
    double reach = Math.clamp(1.15 * Math.max(reach(high), reach(low)), LEAST_REACH, MOST_REACH);
    Panel lower =
        Panel.of(
                Axis.linear("over nominal", "").range(1 - reach, 1 + reach),
                marks.toArray(Mark[]::new))
            .withWeight(RATIO_WEIGHT)
            .withLegend(Legend.NONE);
    return FigureSpec.of(
        "Variation of " + what + " in " + channel.name() + " by " + parameter,
        Column.of(ChannelFigure.axis(channel), upper, lower));
  }

  /** NaN where nothing is nominal. */
  private static Values ratio(Values varied, Values nominal) {
    return Values.of(
        IntStream.range(0, nominal.size())
            .mapToDouble(i -> nominal.get(i) == 0 ? Double.NaN : varied.get(i) / nominal.get(i))
            .toArray());
  }

  private static double reach(Values ratio) {
    double reach = 0;
    for (int i = 0; i < ratio.size(); i++) {
      double away = Math.abs(ratio.get(i) - 1);
      reach = away > reach ? away : reach;
    }
    return reach;
  }
}
