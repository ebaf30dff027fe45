package org.dipscope.app.histogram;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.app.support.Shown;
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.app.workspace.LoadedNetwork;
import org.dipscope.app.workspace.SpectrumResult;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.analysis.SignificancePanel;
import org.dipscope.core.analysis.SignificanceStrip;
import org.dipscope.core.analysis.StripCandidate;
import org.dipscope.core.analysis.StripScan;
import org.dipscope.core.bump.InjectedSignal;
import org.dipscope.core.bump.TrialsLedger;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.project.StripDefinition;
import org.dipscope.neural.significance.StripNetwork;
import org.jspecify.annotations.Nullable;

/** The significance strip below the spectrum: it follows what is shown. */
public final class StripViewModel implements AutoCloseable {
  private final LiveResults results;
  private final LiveQuantity<StripRequest, StripResult> quantity;
  private final StripChoices choices;
  private final LoadedNetwork network;
  private final BooleanProperty possible = new SimpleBooleanProperty(this, "possible");
  private final Injection injection = new Injection();
  private final StripLooks looks = new StripLooks();
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final ReadOnlyObjectWrapper<List<StripCandidate>> candidates =
      new ReadOnlyObjectWrapper<>(this, "candidates", List.of());
  private final ReadOnlyObjectWrapper<@Nullable StripResult> result =
      new ReadOnlyObjectWrapper<>(this, "strip");
  private StripRequest.@Nullable Key asked;
  private final Subscription subscriptions;

  /** Follows the shown spectrum. */
  public StripViewModel(
      WorkspaceModel workspace, LiveResults results, LiveComputation live, JobList jobs) {
    this.results = results;
    choices = new StripChoices(workspace);
    network = new LoadedNetwork(jobs, this::ask, this::sayNotLoaded);
    quantity =
        live.quantity(
            "The significance strip",
            (request, token) -> compute(request, false, token),
            (request, token) -> compute(request, true, token),
            this::show);
    subscriptions =
        Subscription.combine(
            results.spectrumProperty().subscribe(now -> ask()),
            choices.definition().subscribe(now -> ask()),
            choices.manyWidths().subscribe(now -> ask()),
            injection.activeProperty().subscribe(now -> ask()),
            injection.signalProperty().subscribe(now -> ask()));
  }

  private StripResult compute(StripRequest request, boolean preview, CancelToken token) {
    StripScan scan = new StripScan(widths -> Objects.requireNonNull(network.get()).network(widths));
    return StripResult.of(request, scan.compute(request.order(), preview, token), preview);
  }

  /** What z means. */
  public ObjectProperty<StripDefinition> definitionProperty() {
    return choices.definition();
  }

  /** Whether signals of one to four bins are looked for, or of one. */
  public ObjectProperty<Boolean> manyWidthsProperty() {
    return choices.manyWidths();
  }

  /** Whether the shown spectrum can have a strip. */
  public BooleanProperty possibleProperty() {
    return possible;
  }

  /** The signal that is added to the shown counts. */
  public Injection injection() {
    return injection;
  }

  /** Why there is no strip, or what is being done; may be empty. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** The strongest bump and dip. */
  public ReadOnlyObjectProperty<List<StripCandidate>> candidatesProperty() {
    return candidates.getReadOnlyProperty();
  }

  /** The strip, null while there is none. */
  ReadOnlyObjectProperty<@Nullable StripResult> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** How often was looked for a signal since the program was started. */
  public TrialsLedger ledger() {
    return looks.ledger();
  }

  /** The network, null until it is loaded. */
  @Nullable StripNetwork network() {
    return network.get();
  }

  /** Whether everything asked for is computed. */
  public boolean isSettled() {
    return quantity.isSettled() && !network.isLoading();
  }

  /** Nothing is computed for a hidden strip. */
  public void setVisible(boolean visible) {
    quantity.setVisible(visible);
  }

  private void ask() {
    SpectrumResult shown = results.spectrumProperty().get();
    if (shown == null) {
      possible.set(false);
      drop("");
      return;
    }
    StripDefinition wanted = choices.definition().get();
    String impossible = StripRequest.of(shown, StripDefinition.OFF, false, null).order().absence();
    possible.set(impossible.isEmpty());
    if (wanted == StripDefinition.OFF || !impossible.isEmpty()) {
      drop(impossible);
      return;
    }
    injection.startIn(shown.drawn().bins());
    InjectedSignal signal = injection.signalProperty().get();
    StripRequest request = StripRequest.of(shown, wanted, choices.manyWidths().get(), signal);
    String absence = request.order().absence();
    if (!absence.isEmpty()) {
      drop(absence);
    } else if (wanted == StripDefinition.NETWORK && network.get() == null) {
      drop(LoadedNetwork.LOADING);
      network.load();
    } else if (!request.key().equals(asked)) {
      asked = request.key();
      quantity.submit(request);
    }
  }

  private void drop(String words) {
    quantity.cancel();
    asked = null;
    candidates.set(List.of());
    result.set(null);
    message.set(words);
  }

  private void sayNotLoaded() {
    if (message.get().equals(LoadedNetwork.LOADING)) {
      message.set("The network was not loaded. Choose another definition, or the network again.");
    }
  }

  private void show(Shown<StripResult> shown) {
    StripResult now = shown.value();
    StripRequest.Key wanted = asked;
    if (wanted == null
        || !now.key().choice().equals(wanted.choice())
        || !now.key().bins().isSameButForMasks(wanted.bins())) {
      return;
    }
    SignificanceStrip strip = now.strip();
    looks.add(now, wanted);
    message.set(now.absence());
    candidates.set(strip == null ? List.of() : strip.candidates());
    result.set(now);
  }

  /** What is seen while a mask is dragged are not looks of their own; where it is dropped is. */
  void setDragged(boolean now) {
    looks.setDragged(now);
    StripResult last = result.get();
    if (!now && last != null) {
      looks.add(last, asked);
    }
  }

  /** A figure of the shown spectrum with the strip at its foot, if there is one. */
  FigureSpec below(SpectrumResult shown) {
    StripResult now = result.get();
    return now == null ? shown.figure() : now.below(shown);
  }

  /** The words of the strip at a mass; may be empty. */
  String words(double mass) {
    StripResult now = result.get();
    return now == null || now.strip() == null ? "" : SignificancePanel.words(now.strip(), mass);
  }

  /** What was injected and what is found there; empty without injection. */
  public String found() {
    StripResult now = result.get();
    return now == null ? "" : StripWords.found(now);
  }

  /** What to know before trusting the strip; may be empty. */
  public String warnings() {
    StripResult now = result.get();
    return now == null ? "" : now.warnings();
  }

  /** The looks counted so far, and the smallest global p as the smallest of so many. */
  public String looked() {
    return StripWords.looked(looks.ledger());
  }

  /** The mass axis. */
  String massLabel() {
    SpectrumResult shown = results.spectrumProperty().get();
    return shown == null ? "" : shown.data().massLabel();
  }

  /** The unit of the mass axis. */
  public String unit() {
    SpectrumResult shown = results.spectrumProperty().get();
    return shown == null ? "" : shown.data().axis().unit();
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    quantity.close();
    network.close();
  }
}
