package org.dipscope.app.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.dipscope.app.data.Item.TableItem;
import org.dipscope.core.event.BinningRule;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.Expression;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What is typed into the builder, and what is wrong with each part of it. */
final class BuilderForm {
  private static final Pattern PLACE = Pattern.compile("^Expression \".*\", (character \\d+: .*)$");

  private final StringProperty x = new SimpleStringProperty(this, "x", "");
  private final StringProperty y = new SimpleStringProperty(this, "y", "");
  private final StringProperty weight = new SimpleStringProperty(this, "weight", "");
  private final StringProperty xComplaint = new SimpleStringProperty(this, "xComplaint", "");
  private final StringProperty yComplaint = new SimpleStringProperty(this, "yComplaint", "");
  private final StringProperty weightComplaint =
      new SimpleStringProperty(this, "weightComplaint", "");
  private final StringProperty binsComplaint = new SimpleStringProperty(this, "binsComplaint", "");
  private final BinningChoice xBins = new BinningChoice();
  private final BinningChoice yBins = new BinningChoice();
  private final CutList cuts = new CutList();
  private boolean quiet;

  void onChange(Runnable action) {
    Runnable unlessQuiet =
        () -> {
          if (!quiet) {
            action.run();
          }
        };
    for (StringProperty text : List.of(x, y, weight)) {
      text.addListener((source, before, now) -> unlessQuiet.run());
    }
    xBins.onChange(unlessQuiet);
    yBins.onChange(unlessQuiet);
    cuts.onChange(unlessQuiet);
  }

  StringProperty xProperty() {
    return x;
  }

  StringProperty yProperty() {
    return y;
  }

  StringProperty weightProperty() {
    return weight;
  }

  StringProperty xComplaintProperty() {
    return xComplaint;
  }

  StringProperty yComplaintProperty() {
    return yComplaint;
  }

  StringProperty weightComplaintProperty() {
    return weightComplaint;
  }

  StringProperty binsComplaintProperty() {
    return binsComplaint;
  }

  BinningChoice xBins() {
    return xBins;
  }

  BinningChoice yBins() {
    return yBins;
  }

  CutList cuts() {
    return cuts;
  }

  /** Empties it as one change that nobody is told of. */
  void clear() {
    quiet = true;
    x.set("");
    y.set("");
    weight.set("");
    cuts.clear();
    xBins.kindProperty().set(BinningChoice.Kind.AUTOMATIC);
    yBins.kindProperty().set(BinningChoice.Kind.AUTOMATIC);
    quiet = false;
  }

  /** What is asked for; empty, with complaints, while something is wrong or missing. */
  Optional<BuildRequest> request(TableItem table, List<EventColumn> columns) {
    boolean fine = check(x.get(), xComplaint, text -> Expression.number(text, columns));
    fine &= check(y.get(), yComplaint, text -> Expression.number(text, columns));
    fine &= check(weight.get(), weightComplaint, text -> Expression.number(text, columns));
    for (Cut cut : cuts.cuts()) {
      boolean good =
          check(
              cut.textProperty().get(),
              cut.complaintProperty(),
              text -> Expression.condition(text, columns));
      fine &= good || !cut.activeProperty().get();
    }
    BinningRule xRule = rule(xBins);
    BinningRule yRule = y.get().isBlank() ? new BinningRule.Automatic() : rule(yBins);
    boolean empty = x.get().isBlank() || cuts.lines().isEmpty();
    if (!fine || xRule == null || yRule == null || empty) {
      return Optional.empty();
    }
    return Optional.of(
        new BuildRequest(
            EventTables.Key.of(table),
            table.table().rows(),
            x.get().strip(),
            blankAsNull(y.get()),
            blankAsNull(weight.get()),
            cuts.lines(),
            xRule,
            yRule));
  }

  private static @Nullable String blankAsNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  @FunctionalInterface
  private interface Reading {
    Object read(String text);
  }

  private static boolean check(String text, StringProperty complaint, Reading reading) {
    try {
      if (!text.isBlank()) {
        reading.read(text.strip());
      }
      complaint.set("");
      return true;
    } catch (ProblemException wrong) {
      complaint.set(words(wrong));
      return false;
    }
  }

  private @Nullable BinningRule rule(BinningChoice bins) {
    try {
      BinningRule rule = bins.rule();
      binsComplaint.set("");
      return rule;
    } catch (ProblemException wrong) {
      binsComplaint.set(words(wrong));
      return null;
    }
  }

  /** The place and what is wrong there; the expression itself stands above. */
  private static String words(ProblemException wrong) {
    String message = wrong.problem().message();
    Matcher place = PLACE.matcher(message);
    String what = place.matches() ? place.group(1) : message;
    return (what.substring(0, 1).toUpperCase(Locale.ROOT)
            + what.substring(1)
            + " "
            + wrong.problem().hint())
        .strip();
  }
}
