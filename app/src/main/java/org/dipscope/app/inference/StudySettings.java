package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.dipscope.core.neyman.Calibration;
import org.dipscope.core.neyman.FocusShape;
import org.dipscope.core.neyman.TestStatistic;
import org.dipscope.core.problem.ProblemException;

/** What the user chooses about intervals, shared by all pages that use them. */
public final class StudySettings {
  private final ObjectProperty<StatisticChoice> statistic =
      new SimpleObjectProperty<>(this, "statistic", StatisticChoice.RATIO);
  private final ObjectProperty<FocusShape> shape =
      new SimpleObjectProperty<>(this, "shape of the focus", FocusShape.GAUSSIAN);
  private final StringProperty focus = new SimpleStringProperty(this, "focus", "1, 0.5");
  private final ObjectProperty<Calibration> method =
      new SimpleObjectProperty<>(this, "method", Calibration.NEYMAN);
  private final StringProperty levels = new SimpleStringProperty(this, "levels", "68.27, 95.45 %");
  private final StringProperty toys = new SimpleStringProperty(this, "toys", "");
  private final StringProperty grid = new SimpleStringProperty(this, "tested", "");
  private final StringProperty seed = new SimpleStringProperty(this, "seed", "1");
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper(this, "complaint", "");

  /** Which statistics. */
  public ObjectProperty<StatisticChoice> statisticProperty() {
    return statistic;
  }

  /** The shape of the focus. */
  public ObjectProperty<FocusShape> shapeProperty() {
    return shape;
  }

  /** The numbers of the focus. */
  public StringProperty focusProperty() {
    return focus;
  }

  /** Where critical values come from. */
  public ObjectProperty<Calibration> methodProperty() {
    return method;
  }

  /** Confidence levels, with commas between them. */
  public StringProperty levelsProperty() {
    return levels;
  }

  /** How many toys; empty for as many as usual. */
  public StringProperty toysProperty() {
    return toys;
  }

  /** Tested strengths as from:to:number; empty for those that suit the data. */
  public StringProperty gridProperty() {
    return grid;
  }

  /** The seed of the toys. */
  public StringProperty seedProperty() {
    return seed;
  }

  /** What is wrong with the choices; empty if nothing is. */
  public ReadOnlyStringProperty complaintProperty() {
    return complaint.getReadOnlyProperty();
  }

  /** All that can be chosen. */
  List<Property<?>> all() {
    return List.of(statistic, shape, focus, method, levels, toys, grid, seed);
  }

  /** What is asked about a model; empty, with a complaint, if a choice is wrong. */
  Optional<StudyRequest> request(OpenModel model) {
    try {
      List<TestStatistic> statistics = new ArrayList<>();
      if (statistic.get() != StatisticChoice.FOCUSED) {
        statistics.add(new TestStatistic.LikelihoodRatio());
      }
      if (statistic.get() != StatisticChoice.RATIO) {
        statistics.add(
            new TestStatistic.Focused(
                shape.get().focus(NumberText.list(focus.get(), "The focus"))));
      }
      Integer number = NumberText.whole(seed.get(), "The seed", 0);
      StudyRequest request =
          new StudyRequest(
              model,
              List.copyOf(statistics),
              NumberText.levels(levels.get()),
              NumberText.grid(grid.get(), "Tested strengths"),
              method.get(),
              NumberText.whole(toys.get(), "Toys", 100),
              number == null ? 1 : number);
      complaint.set("");
      return Optional.of(request);
    } catch (ProblemException wrong) {
      complain(wrong);
      return Optional.empty();
    }
  }

  /** Shows what turned out to be wrong. */
  void complain(ProblemException wrong) {
    complaint.set((wrong.problem().message() + " " + wrong.problem().hint()).strip());
  }
}
