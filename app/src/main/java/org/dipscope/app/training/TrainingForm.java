package org.dipscope.app.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.format.tree.TreeNode;
import org.dipscope.neural.significance.NetworkKind;

/**
 * What is filled in: the configuration of a training, field by field. Keys that have no field are
 * kept as they were read.
 */
final class TrainingForm {
  /** The single numbers, with what they are without a word. */
  private static final Map<String, String> NUMBERS =
      ordered(
          "channels", "48",
          "batches", "60000",
          "batchSize", "128",
          "learningRate", "0.003",
          "seed", "1");

  private static final Map<String, String> BACKGROUNDS =
      ordered(
          "functions", "0.42",
          "log-polynomial", "0.42",
          "dijet", "0.06",
          "dilepton", "0.1",
          "own", "0");
  private static final Map<String, String> SIGNALS =
      ordered(
          "strongest", "10",
          "bumps", "0.8",
          "dips", "0.07",
          "interferences", "0.05",
          "nothing", "0.08");
  private static final Set<String> STRUCTURED =
      Set.of("network", "widths", "backgrounds", "ownBackgrounds", "signals");

  private final ObjectProperty<NetworkKind> network =
      new SimpleObjectProperty<>(this, "network", NetworkKind.DIPSCOPE);
  private final ObjectProperty<Widths> widths =
      new SimpleObjectProperty<>(this, "widths", Widths.BOTH);
  private final Map<String, StringProperty> numbers = properties(NUMBERS);
  private final Map<String, StringProperty> backgrounds = properties(BACKGROUNDS);
  private final Map<String, StringProperty> signals = properties(SIGNALS);
  private final ObservableList<Path> own = FXCollections.observableArrayList();
  private final Map<String, TreeNode> others = new LinkedHashMap<>();
  private boolean quiet;

  /** For which widths of a signal it learns. */
  enum Widths {
    /** One bin. */
    ONE("1", "1 bin"),
    /** One to four bins. */
    UP_TO_FOUR("1-4", "1–4 bins"),
    /** Either, as it is asked. */
    BOTH("both", "both");

    private final String key;
    private final String words;

    Widths(String key, String words) {
      this.key = key;
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static Map<String, String> ordered(String... keysAndValues) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static Map<String, StringProperty> properties(Map<String, String> usual) {
    Map<String, StringProperty> properties = new LinkedHashMap<>();
    usual.forEach((key, value) -> properties.put(key, new SimpleStringProperty(null, key, value)));
    return properties;
  }

  ObjectProperty<NetworkKind> networkProperty() {
    return network;
  }

  ObjectProperty<Widths> widthsProperty() {
    return widths;
  }

  /** What is typed for channels, batches, batchSize, learningRate or seed. */
  StringProperty number(String key) {
    return Objects.requireNonNull(numbers.get(key), key);
  }

  /** The weight of a family of backgrounds. */
  StringProperty background(String key) {
    return Objects.requireNonNull(backgrounds.get(key), key);
  }

  /** The weight of a kind of signal, or its largest significance. */
  StringProperty signal(String key) {
    return Objects.requireNonNull(signals.get(key), key);
  }

  /** Files whose spectra give backgrounds. */
  ObservableList<Path> own() {
    return own;
  }

  void onChange(Runnable action) {
    Runnable unlessQuiet =
        () -> {
          if (!quiet) {
            action.run();
          }
        };
    network.addListener((source, before, now) -> unlessQuiet.run());
    widths.addListener((source, before, now) -> unlessQuiet.run());
    for (Map<String, StringProperty> group : List.of(numbers, backgrounds, signals)) {
      group.values().forEach(text -> text.addListener((source, before, now) -> unlessQuiet.run()));
    }
    own.addListener((ListChangeListener<Path>) change -> unlessQuiet.run());
  }

  /** Adds a file with spectra, and gives it weight if it has none. */
  void addOwn(Path file) {
    if (own.contains(file)) {
      return;
    }
    if (background("own").get().strip().equals("0")) {
      quiet = true;
      background("own").set("0.2");
      quiet = false;
    }
    own.add(file);
  }

  /** Removes a file; without any, own backgrounds have no weight. */
  void removeOwn(Path file) {
    if (own.size() == 1 && own.contains(file)) {
      quiet = true;
      background("own").set("0");
      quiet = false;
    }
    own.remove(file);
  }

  /** The configuration as the command line reads it. */
  String json() {
    ConfigurationText text =
        new ConfigurationText().text("network", network.get().name().toLowerCase(Locale.ROOT));
    text.text("widths", widths.get().key);
    numbers.forEach((key, value) -> text.typed(key, value.get()));
    text.group("backgrounds", texts(backgrounds));
    if (!own.isEmpty()) {
      text.texts("ownBackgrounds", own.stream().map(Path::toString).toList());
    }
    text.group("signals", texts(signals));
    others.forEach(text::node);
    return text.write();
  }

  private static Map<String, String> texts(Map<String, StringProperty> group) {
    Map<String, String> texts = new LinkedHashMap<>();
    group.forEach((key, value) -> texts.put(key, value.get()));
    return texts;
  }

  /**
   * Fills in a configuration that is known to be right; nobody is told.
   *
   * @param place where its paths start from
   */
  void read(Cursor root, Path place) {
    quiet = true;
    root.find("network")
        .ifPresent(name -> network.set(NetworkKind.valueOf(name.text().toUpperCase(Locale.ROOT))));
    String asked = root.find("widths").map(Cursor::text).orElse(Widths.BOTH.key);
    for (Widths choice : Widths.values()) {
      if (choice.key.equals(asked)) {
        widths.set(choice);
      }
    }
    fill(numbers, NUMBERS, Optional.of(root), true);
    fill(backgrounds, BACKGROUNDS, root.find("backgrounds"), !root.has("backgrounds"));
    fill(signals, SIGNALS, root.find("signals"), !root.has("signals"));
    List<Path> files = new ArrayList<>();
    root.items("ownBackgrounds").forEach(file -> files.add(place.resolveSibling(file.text())));
    own.setAll(files);
    others.clear();
    root.entries()
        .forEach(
            (key, value) -> {
              if (!numbers.containsKey(key) && !STRUCTURED.contains(key)) {
                others.put(key, value.node());
              }
            });
    quiet = false;
  }

  /** What is missing is usual in a configuration, and nothing in a group that is there. */
  private static void fill(
      Map<String, StringProperty> group,
      Map<String, String> usual,
      Optional<Cursor> from,
      boolean missingIsUsual) {
    group.forEach(
        (key, property) ->
            property.set(
                from.flatMap(place -> place.find(key))
                    .map(Cursor::text)
                    .orElse(
                        missingIsUsual || key.equals("strongest")
                            ? Objects.requireNonNull(usual.get(key), key)
                            : "0")));
  }
}
