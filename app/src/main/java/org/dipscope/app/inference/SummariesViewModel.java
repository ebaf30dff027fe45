package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.core.analysis.IntervalFigure;
import org.dipscope.core.analysis.SummaryFigure;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.neyman.ConfidenceSet;
import org.dipscope.core.neyman.Segment;
import org.dipscope.core.neyman.Summary;
import org.dipscope.core.neyman.SummaryComparison;
import org.jspecify.annotations.Nullable;

/** The lesson that one number per event need not be enough. */
public final class SummariesViewModel implements AutoCloseable {
  private final LiveQuantity<Data, List<SummaryComparison>> live;
  private final ObjectProperty<Data> data = new SimpleObjectProperty<>(this, "data", Data.EXPECTED);
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure");
  private final ReadOnlyObjectWrapper<Table> table =
      new ReadOnlyObjectWrapper<>(this, "table", Table.EMPTY);
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
  private final Subscription follow;
  private boolean visible;

  /** Which events are looked at. */
  public enum Data {
    /** What is expected without signal. */
    EXPECTED("expected without signal"),
    /** 66 events at the strength 1. */
    EVENTS("66 events, true μ = 1");

    private final String words;

    Data(String words) {
      this.words = words;
    }

    /** What the user reads. */
    public String words() {
      return words;
    }
  }

  SummariesViewModel(LiveComputation computation) {
    live =
        computation.quantity(
            "The summaries",
            (wanted, token) ->
                Arrays.stream(Summary.values())
                    .map(one -> SummaryComparison.of(one, wanted == Data.EVENTS, token))
                    .toList(),
            shown -> show(shown.value()));
    live.setVisible(false);
    follow = data.subscribe(live::submit);
  }

  /** Which events are looked at. */
  public ObjectProperty<Data> dataProperty() {
    return data;
  }

  /** The figure; null while it is not there. */
  public ReadOnlyObjectProperty<@Nullable FigureSpec> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** All segments. */
  ReadOnlyObjectProperty<Table> tableProperty() {
    return table.getReadOnlyProperty();
  }

  /** What is to be seen, in a sentence. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  void setVisible(boolean now) {
    visible = now;
    live.setVisible(now);
  }

  boolean isAtRest() {
    return (!visible || live.isSettled());
  }

  private void show(List<SummaryComparison> curves) {
    figure.set(SummaryFigure.of(data.get().words(), curves));
    List<List<String>> rows = new ArrayList<>();
    for (SummaryComparison curve : curves) {
      for (ConfidenceSet set : curve.sets()) {
        rows.add(
            List.of(
                curve.summary().words(),
                IntervalFigure.percent(set.level()),
                NumberText.fixed(curve.best(), 4),
                set.segments().stream()
                    .map(SummariesViewModel::text)
                    .collect(Collectors.joining(" ∪ "))));
      }
    }
    table.set(new Table(List.of("seen", "Wilks", "best fit", "segments"), rows));
    words.set(
        data.get() == Data.EXPECTED
            ? "Seen through the mass alone, a strength near 3.5 explains data without signal almost"
                + " as well as none at all: its signal and its interference cancel in the"
                + " spectrum. The angle tells them apart: −2Δ ln L exceeds 40 there, and the"
                + " second segment is gone."
            : "The number of events alone allows two strengths, one on either side of the deepest"
                + " dip; the spectrum joins them, and the angle sharpens what is left.");
  }

  private static String text(Segment segment) {
    return "["
        + NumberText.fixed(segment.low(), 3)
        + ", "
        + NumberText.fixed(segment.high(), 3)
        + "]";
  }

  @Override
  public void close() {
    follow.unsubscribe();
    live.close();
  }
}
