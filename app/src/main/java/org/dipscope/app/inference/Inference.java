package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.dipscope.app.workspace.WorkspaceModel;

/** The intervals screen with its models and pages. */
public final class Inference implements AutoCloseable {
  private final ModelsViewModel models;
  private final FitViewModel fit;
  private final ModelPage modelPage;
  private final FitPage fitPage;
  private final StudyPages studies;
  private final List<Page> pages;
  private final ObjectProperty<String> page = new SimpleObjectProperty<>(this, "page");
  private final InferenceView view;
  private final Subscription subscriptions;
  private boolean visible;

  /** A screen of all pages; the document keeps when data were unblinded. */
  public Inference(PageParts parts, WorkspaceModel document) {
    models = parts.models();
    fit = new FitViewModel(models, parts.jobs(), parts.live().viewThread());
    modelPage = new ModelPage(parts, fit);
    fitPage = new FitPage(parts, fit);
    studies = new StudyPages(parts, document);
    List<Page> all = new ArrayList<>(List.of(modelPage, fitPage));
    all.addAll(studies.pages());
    pages = List.copyOf(all);
    page.set(pages.getFirst().name());
    view = new InferenceView(parts, pages, page);
    subscriptions =
        Subscription.combine(
            page.subscribe(now -> showWhatIsSeen()),
            models.chosenProperty().subscribe(now -> showWhatIsSeen()));
  }

  /** The open models. */
  public ModelsViewModel models() {
    return models;
  }

  /** Intervals, coverage, toys and summaries. */
  public StudyPages studies() {
    return studies;
  }

  /** The name of the page that is shown; set it to show another. */
  public ObjectProperty<String> pageProperty() {
    return page;
  }

  ModelPage modelPage() {
    return modelPage;
  }

  FitPage fitPage() {
    return fitPage;
  }

  FitViewModel fit() {
    return fit;
  }

  /** Its node. */
  public Node view() {
    return view;
  }

  /** Nothing is computed for a screen that is not seen. */
  public void setVisible(boolean now) {
    visible = now;
    showWhatIsSeen();
  }

  private void showWhatIsSeen() {
    boolean any = visible && models.chosenProperty().get() != null;
    pages.forEach(one -> one.setVisible(any && one.name().equals(page.get())));
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    view.close();
    pages.forEach(Page::close);
    fit.close();
    studies.close();
  }
}
