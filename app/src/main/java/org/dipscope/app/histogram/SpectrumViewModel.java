package org.dipscope.app.histogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.dipscope.app.figure.Readout;
import org.dipscope.app.workspace.ChoiceOfDocument;
import org.dipscope.app.workspace.Edits;
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.app.workspace.SpectrumResult;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.PinnedComparison;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.Workspace;
import org.jspecify.annotations.Nullable;

/** What the Spectrum screen shows. */
public final class SpectrumViewModel {
  private static final int RATIO = 1;
  private static final int INTERFERENCE = 2;

  private final WorkspaceModel workspace;
  private final LiveResults results;
  private final ChoiceOfDocument<Boolean> logContents;
  private final BooleanProperty empty = new SimpleBooleanProperty(this, "empty", true);
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure");

  /** Follows the results of a document. */
  public SpectrumViewModel(WorkspaceModel workspace, LiveResults results) {
    this.workspace = workspace;
    this.results = results;
    logContents =
        new ChoiceOfDocument<>(
            workspace,
            "Scale of contents",
            document -> document.view().logContents(),
            Edits::withLogContents);
    results.spectrumProperty().subscribe(this::follow);
    workspace.documentProperty().subscribe(now -> empty.set(workspace.shown().isEmpty()));
  }

  private void follow(@Nullable SpectrumResult now) {
    figure.set(now == null ? null : now.figure());
  }

  /** The figure, or null while there is none. */
  public ReadOnlyObjectProperty<@Nullable FigureSpec> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** The figure as it is on the screen, if there is one. */
  public Optional<FigureSpec> figure() {
    return Optional.ofNullable(figure.get());
  }

  /** Whether there is no data to show. */
  public BooleanProperty emptyProperty() {
    return empty;
  }

  /** Whether the axis of contents is logarithmic. */
  public ObjectProperty<Boolean> logContentsProperty() {
    return logContents;
  }

  /** Keeps the present curve for comparison. */
  public void pin() {
    workspace.edit("Pin", SpectrumViewModel::withPin);
  }

  private static Workspace withPin(Workspace document) {
    Scenario scenario = Edits.scenario(document);
    List<PinnedComparison> pins = new ArrayList<>(document.pinned());
    pins.add(new PinnedComparison(document.freshId("pin"), scenario.scalar().label(), scenario));
    return Edits.withPins(document, pins);
  }

  /** The words beside the pointer. */
  public String words(Readout place) {
    SpectrumResult now = results.spectrumProperty().get();
    if (now == null) {
      return "";
    }
    String name = now.data().massLabel().replaceAll("[{}]", "");
    String unit = now.data().axis().unit();
    String mass = String.format(Locale.ROOT, "%s = %.0f %s", name, place.x(), unit);
    if (place.row() == INTERFERENCE) {
      double percent = at(now.curves().massGeV(), now.curves().reconstructed(), place.x());
      return mass + ", (S+I)/B = " + signed(percent, 2) + " %";
    }
    Binning bins = now.data().axis().binning();
    int bin = bins.indexOf(place.x());
    if (bin < 0) {
      return mass;
    }
    String range = String.format(Locale.ROOT, "%.0f–%.0f GeV: ", bins.low(bin), bins.high(bin));
    return place.row() == RATIO ? range + ratioWords(now, bin) : range + contentWords(now, bin);
  }

  private static String contentWords(SpectrumResult now, int bin) {
    double width = now.data().densityWidth(bin);
    String unit = now.data().densityUnit();
    return String.format(
        Locale.ROOT,
        "data %s, tt̄ %s, tt̄ + scalar %s%s",
        three(now.data().value(bin) / width),
        three(now.prediction().background().get(bin) / width),
        three(now.prediction().total().get(bin) / width),
        unit.isEmpty() ? "" : " " + unit);
  }

  private static String ratioWords(SpectrumResult now, int bin) {
    double background = now.prediction().background().get(bin);
    return String.format(
        Locale.ROOT,
        "data / tt̄ = %.3f, (tt̄ + scalar) / tt̄ = %.3f",
        now.data().value(bin) / background,
        now.prediction().total().get(bin) / background);
  }

  static String three(double value) {
    double size = Math.abs(value);
    return size != 0 && (size < 1e-3 || size >= 1e6)
        ? String.format(Locale.ROOT, "%.2e", value)
        : String.format(Locale.ROOT, size < 1 ? "%.4f" : size < 100 ? "%.2f" : "%.0f", value);
  }

  static String signed(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value).replace('-', '−');
  }

  /** A curve between its points; NaN outside. */
  static double at(Values x, Values y, double where) {
    int last = x.size() - 1;
    if (last < 1 || where < x.get(0) || where > x.get(last)) {
      return Double.NaN;
    }
    int low = 0;
    int high = last;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (x.get(middle) <= where) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double part = (where - x.get(low)) / (x.get(high) - x.get(low));
    return y.get(low) + part * (y.get(high) - y.get(low));
  }
}
