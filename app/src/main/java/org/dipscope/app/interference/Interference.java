package org.dipscope.app.interference;

import java.util.List;
import javafx.scene.Node;
import org.dipscope.app.support.SliderScale;
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.physics.parton.InstalledSet;

/** The controls with their model. */
public final class Interference implements AutoCloseable {
  private final InterferenceViewModel model;
  private final Animation animation;
  private final InterferenceView view;

  /** Controls of a document. */
  public Interference(WorkspaceModel workspace, LiveResults results) {
    model = new InterferenceViewModel(workspace, results);
    animation = animation(model);
    view = new InterferenceView(model, animation);
  }

  static Animation animation(InterferenceViewModel model) {
    return new Animation(
        List.of(
            new Animation.Track(
                "mass", SliderScale.linear(380, 1000, 500, 5), model.first().massProperty()),
            new Animation.Track(
                "tan β", SliderScale.log(0.4, 4, 1, 0.02), model.first().tanBetaProperty()),
            new Animation.Track(
                "width", SliderScale.log(2, 120, 10, 0.05), model.first().widthProperty()),
            new Animation.Track(
                "resolution",
                SliderScale.linear(1, 20, 8, 0.5),
                model.resolutionPercentProperty())));
  }

  /** What they write. */
  public InterferenceViewModel model() {
    return model;
  }

  /** What plays a slider. */
  public Animation animation() {
    return animation;
  }

  /** Their node. */
  public Node view() {
    return view;
  }

  /** Gives the keyboard to the first slider. */
  public void focusFirst() {
    view.focusFirst();
  }

  /** Offers these sets of parton distributions. */
  public void showSets(List<InstalledSet> sets) {
    view.showSets(sets);
  }

  @Override
  public void close() {
    view.close();
  }
}
