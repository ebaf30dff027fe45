package org.dipscope.app.inference;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.neyman.Calibration;
import org.dipscope.core.project.StoredResult;
import org.dipscope.core.project.Unblinding;
import org.jspecify.annotations.Nullable;

/**
 * Whether the data are shown. A focus must be chosen before they are: with a focused statistic they
 * stay hidden until the user unblinds them, which the project keeps for good and which locks the
 * focus.
 */
public final class Blinding implements AutoCloseable {
  private final ModelsViewModel models;
  private final StudySettings settings;
  private final WorkspaceModel document;
  private final Clock clock;
  private final BooleanProperty blind = new SimpleBooleanProperty(this, "blind");
  private final StringProperty expectedAt = new SimpleStringProperty(this, "expected at", "1");
  private final ReadOnlyBooleanWrapper hidden = new ReadOnlyBooleanWrapper(this, "hidden");
  private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper(this, "locked");
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
  private final Set<String> seen = new HashSet<>();
  private final Subscription subscriptions;

  Blinding(ModelsViewModel models, StudySettings settings, WorkspaceModel document, Clock clock) {
    this.models = models;
    this.settings = settings;
    this.document = document;
    this.clock = clock;
    subscriptions =
        Subscription.combine(
            models.chosenProperty().subscribe(now -> follow()),
            document.documentProperty().subscribe(now -> follow()),
            settings.statisticProperty().subscribe(now -> follow()),
            blind.subscribe(now -> follow()));
  }

  /** Whether the user wants data hidden for any statistic. */
  public BooleanProperty blindProperty() {
    return blind;
  }

  /** The strength at which expected data take the place of hidden ones. */
  public StringProperty expectedAtProperty() {
    return expectedAt;
  }

  /** Whether data are hidden now. */
  public ReadOnlyBooleanProperty hiddenProperty() {
    return hidden.getReadOnlyProperty();
  }

  /** Whether the focus cannot be changed any more. */
  public ReadOnlyBooleanProperty lockedProperty() {
    return locked.getReadOnlyProperty();
  }

  /** How it stands, in a sentence. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** Whether there are data to be unblinded. */
  boolean canUnblind() {
    OpenModel model = models.chosenProperty().get();
    return hidden.get() && model != null && model.workspace().isObserved();
  }

  /** Shows the data from now on, and keeps in the project what had been decided before. */
  void unblind(StudyRequest request, int toys) {
    OpenModel model = request.model();
    boolean isFocused = settings.statisticProperty().get() != StatisticChoice.RATIO;
    Unblinding record =
        new Unblinding(
            model.name(),
            model.poi(),
            isFocused ? settings.shapeProperty().get() : null,
            isFocused ? NumberText.list(settings.focusProperty().get(), "The focus") : Values.EMPTY,
            request.levels(),
            request.method().label(),
            request.method() == Calibration.ASYMPTOTIC ? 0 : toys,
            request.seed(),
            clock.instant().toString(),
            seen.contains(key(model)) || !records(model).isEmpty());
    blind.set(false);
    document.record(
        before -> {
          List<StoredResult> results = new ArrayList<>(before.results());
          results.add(record.result(before.freshId("unblinding")));
          return before.edit().results(results).done();
        });
  }

  /** Remembers that data were on the screen. */
  void noteShown(OpenModel model) {
    seen.add(key(model));
  }

  private static String key(OpenModel model) {
    return model.name() + "\n" + model.poi();
  }

  private List<Unblinding> records(OpenModel model) {
    return Unblinding.in(document.document(), model.name(), model.poi());
  }

  private void follow() {
    OpenModel model = models.chosenProperty().get();
    if (model == null) {
      return;
    }
    List<Unblinding> records = records(model);
    Unblinding frozen =
        records.stream().filter(one -> one.shape() != null).findFirst().orElse(null);
    if (frozen != null && frozen.shape() != null) {
      settings.shapeProperty().set(frozen.shape());
      settings.focusProperty().set(text(frozen.numbers()));
    }
    locked.set(frozen != null);
    boolean isFocused = settings.statisticProperty().get() != StatisticChoice.RATIO;
    boolean isObserved = model.workspace().isObserved();
    hidden.set(!isObserved || (isFocused ? frozen == null : blind.get() && records.isEmpty()));
    words.set(words(isObserved, isFocused, frozen));
  }

  private static String text(Values numbers) {
    return java.util.Arrays.stream(numbers.toArray())
        .mapToObj(n -> NumberText.digits(n, 12).replace('−', '-'))
        .collect(Collectors.joining(", "));
  }

  private String words(boolean isObserved, boolean isFocused, @Nullable Unblinding frozen) {
    if (!isObserved) {
      return "Nothing was observed: what is expected stands in.";
    }
    if (frozen != null) {
      String when = frozen.at().replaceFirst("T", " ").replaceFirst(":\\d\\d(\\.\\d+)?Z$", " UTC");
      String before = frozen.seenBefore() ? ", after the data had been seen" : "";
      return String.format(
          Locale.ROOT, "Unblinded %s%s. The focus is locked; the project keeps it.", when, before);
    }
    if (hidden.get()) {
      return isFocused
          ? "The data are hidden: choose the focus first, then unblind. That cannot be undone."
          : "The data are hidden.";
    }
    return "";
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }
}
