package org.dipscope.app.histogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.dipscope.app.figure.Readout;
import org.dipscope.app.workspace.ChoiceOfDocument;
import org.dipscope.app.workspace.DataEntry;
import org.dipscope.app.workspace.Edits;
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.app.workspace.SpectrumResult;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.analysis.TopPairComparison;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.PinnedComparison;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.SpectrumEntry.Comparison;
import org.dipscope.core.project.ViewSettings;
import org.dipscope.core.project.ViewSettings.ContentScale;
import org.dipscope.core.project.ViewSettings.LowerPanel;
import org.dipscope.core.project.Workspace;
import org.jspecify.annotations.Nullable;

/** What the Spectrum screen shows. */
public final class SpectrumViewModel {
  private final WorkspaceModel workspace;
  private final LiveResults results;
  private final StripViewModel strip;
  private final SpectrumMasks masks;
  private final ChoiceOfDocument<Boolean> logContents;
  private final ChoiceOfDocument<Boolean> logMass;
  private final ChoiceOfDocument<LowerPanel> lowerPanel;
  private final ChoiceOfDocument<Integer> mergeBins;
  private final ChoiceOfDocument<ContentScale> contentScale;
  private final ChoiceOfDocument<Comparison> comparison;
  private final BooleanProperty empty = new SimpleBooleanProperty(this, "empty", true);
  private final ReadOnlyStringWrapper shownId = new ReadOnlyStringWrapper(this, "shownId", "");
  private final ReadOnlyStringWrapper absence = new ReadOnlyStringWrapper(this, "absence", "");
  private final ReadOnlyBooleanWrapper comparable = new ReadOnlyBooleanWrapper(this, "comparable");
  private final ReadOnlyObjectWrapper<List<Candidate>> candidates =
      new ReadOnlyObjectWrapper<>(this, "candidates", List.of());
  private final ReadOnlyObjectWrapper<Values> stops =
      new ReadOnlyObjectWrapper<>(this, "stops", Values.EMPTY);
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure");

  /**
   * A spectrum of the project that can be drawn over the shown one.
   *
   * @param id unique in the project
   * @param name what the user calls it
   * @param drawn whether it is
   */
  public record Candidate(String id, String name, boolean drawn) {}

  /** Follows the results of a document. */
  public SpectrumViewModel(WorkspaceModel workspace, LiveResults results, StripViewModel strip) {
    this.workspace = workspace;
    this.results = results;
    this.strip = strip;
    masks = new SpectrumMasks(workspace, results);
    logContents =
        view(
            "Scale of contents",
            ViewSettings::logContents,
            (view, log) -> view.withLogarithms(log, view.logMass()));
    logMass =
        view(
            "Scale of masses",
            ViewSettings::logMass,
            (view, log) -> view.withLogarithms(view.logContents(), log));
    lowerPanel = view("Lower panel", ViewSettings::lowerPanel, ViewSettings::withLowerPanel);
    mergeBins = view("Bins", ViewSettings::mergeBins, ViewSettings::withMergeBins);
    contentScale = view("Contents", ViewSettings::contentScale, ViewSettings::withContentScale);
    comparison =
        new ChoiceOfDocument<>(
            workspace,
            "Prediction",
            document ->
                document
                    .selectedSpectrum()
                    .map(SpectrumEntry::comparison)
                    .orElse(Comparison.AUTOMATIC),
            this::withComparison);
    results.spectrumProperty().subscribe(this::follow);
    strip.resultProperty().subscribe(now -> follow(results.spectrumProperty().get()));
    masks.draggedProperty().subscribe(strip::setDragged);
    workspace.documentProperty().subscribe(this::followDocument);
  }

  private <T> ChoiceOfDocument<T> view(
      String name, Function<ViewSettings, T> get, BiFunction<ViewSettings, T, ViewSettings> set) {
    return new ChoiceOfDocument<>(
        workspace,
        name,
        document -> get.apply(document.view()),
        (document, value) -> Edits.withView(document, view -> set.apply(view, value)));
  }

  /** Another comparison; energy and luminosity of the data go to the sliders if it is new. */
  private Workspace withComparison(Workspace document, Comparison now) {
    Workspace changed = Edits.withShown(document, entry -> entry.with(now));
    return changed
        .selectedSpectrum()
        .flatMap(workspace::entry)
        .map(entry -> Edits.with(changed, scenario -> Edits.conditions(scenario, entry)))
        .orElse(changed);
  }

  private void follow(@Nullable SpectrumResult now) {
    figure.set(now == null ? null : strip.below(now));
    stops.set(now == null ? Values.EMPTY : centres(now.drawn().bins()));
  }

  private static Values centres(Binning bins) {
    double[] centres = new double[bins.count()];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = bins.centre(i);
    }
    return Values.of(centres);
  }

  private void followDocument(Workspace document) {
    Optional<DataEntry> shown = workspace.shown();
    double topMassGeV = Edits.scenario(document).topMassGeV();
    empty.set(shown.isEmpty());
    shownId.set(shown.map(DataEntry::id).orElse(""));
    absence.set(shown.map(entry -> entry.absence(topMassGeV)).orElse(""));
    comparable.set(
        !absence.get().isEmpty()
            && shown.map(entry -> wouldCompare(entry, topMassGeV)).orElse(false));
    List<Candidate> others = new ArrayList<>();
    for (SpectrumEntry entry : document.spectra()) {
      if (!entry.id().equals(shownId.get())) {
        String name = workspace.entry(entry).map(e -> e.spectrum().name()).orElse(entry.id());
        boolean drawn = document.view().overlays().contains(entry.id());
        others.add(new Candidate(entry.id(), name, drawn));
      }
    }
    candidates.set(List.copyOf(others));
  }

  private static boolean wouldCompare(DataEntry entry, double topMassGeV) {
    SpectrumEntry wanted = entry.entry().with(Comparison.TOP_PAIRS);
    return TopPairComparison.absence(wanted, entry.spectrum(), topMassGeV).isEmpty();
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

  /** The id of the shown spectrum; empty if there is none. */
  public ReadOnlyStringProperty shownIdProperty() {
    return shownId.getReadOnlyProperty();
  }

  /** Why the data stand alone, in a sentence; empty if they are compared with top pairs. */
  public ReadOnlyStringProperty absenceProperty() {
    return absence.getReadOnlyProperty();
  }

  /** Whether data that stand alone would be compared with top pairs if the user said so. */
  public ReadOnlyBooleanProperty comparableProperty() {
    return comparable.getReadOnlyProperty();
  }

  /** Whether the axis of contents is logarithmic. */
  public ObjectProperty<Boolean> logContentsProperty() {
    return logContents;
  }

  /** Whether the mass axis is logarithmic. */
  public ObjectProperty<Boolean> logMassProperty() {
    return logMass;
  }

  /** What stands below the spectrum. */
  public ObjectProperty<LowerPanel> lowerPanelProperty() {
    return lowerPanel;
  }

  /** How many bins are drawn as one. */
  public ObjectProperty<Integer> mergeBinsProperty() {
    return mergeBins;
  }

  /** What contents are divided by. */
  public ObjectProperty<ContentScale> contentScaleProperty() {
    return contentScale;
  }

  /** What the shown spectrum is compared with. */
  public ObjectProperty<Comparison> comparisonProperty() {
    return comparison;
  }

  /** The panel of the significance strip, counted from the top; -1 if there is none. */
  int stripRow() {
    FigureSpec now = figure.get();
    return now == null || strip.resultProperty().get() == null
        ? -1
        : now.columns().getFirst().panels().size() - 1;
  }

  /** The significance strip below the spectrum. */
  public StripViewModel strip() {
    return strip;
  }

  /** What is left out of the fit. */
  public SpectrumMasks masks() {
    return masks;
  }

  /** The middles of the drawn bins. */
  public ReadOnlyObjectProperty<Values> stopsProperty() {
    return stops.getReadOnlyProperty();
  }

  /** The other spectra of the project. */
  public ReadOnlyObjectProperty<List<Candidate>> candidatesProperty() {
    return candidates.getReadOnlyProperty();
  }

  /** Draws a spectrum over the shown one, or no longer. */
  public void setOverlay(Candidate candidate, boolean drawn) {
    workspace.edit(
        (drawn ? "Overlay " : "Remove Overlay ") + candidate.name(),
        document ->
            Edits.withView(
                document,
                view -> {
                  List<String> ids = new ArrayList<>(view.overlays());
                  ids.remove(candidate.id());
                  if (drawn) {
                    ids.add(candidate.id());
                  }
                  return view.withOverlays(ids);
                }));
  }

  /** Axes, bins, contents and overlays as in a fresh project; masks stay. */
  public void resetView() {
    workspace.edit("Reset View", document -> Edits.withView(document, ViewSettings::reset));
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

  /** The words beside the pointer: what every panel holds at its mass. */
  public String words(Readout place) {
    SpectrumResult now = results.spectrumProperty().get();
    if (now == null) {
      return "";
    }
    String z = strip.words(place.x());
    return SpectrumWords.at(now, place.x()) + (z.isEmpty() ? "" : "\n" + z);
  }
}
