package org.dipscope.app.inference;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.shell.Segments;

/** The pictures of a fit, one at a time. */
final class FitFiguresView extends VBox implements AutoCloseable {
  private static final double LEAST_WIDTH = 380;

  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.PULLS);
  private final Map<Kind, FigureSection> sections = new EnumMap<>(Kind.class);
  private final ScanViewModel scan;
  private final SurfaceViewModel surface;
  private final PullsViewModel pulls;
  private final CorrelationViewModel correlations;
  private final FitViewModel fit;
  private final Segments<Kind> row;
  private final Subscription follow;
  private boolean isSeen;

  /** What is drawn. */
  enum Kind {
    PULLS,
    CORRELATIONS,
    SCAN,
    SURFACE
  }

  FitFiguresView(PageParts parts, FitViewModel fit) {
    this.fit = fit;
    scan = new ScanViewModel(parts.models(), fit, parts.jobs(), parts.live().viewThread());
    surface = new SurfaceViewModel(parts.models(), fit, parts.jobs(), parts.live().viewThread());
    pulls = new PullsViewModel(fit);
    correlations = new CorrelationViewModel(fit);
    setMinWidth(LEAST_WIDTH);
    row =
        new Segments<>(
            kind,
            Segments.of(Kind.PULLS, "Pulls and impacts"),
            Segments.of(Kind.CORRELATIONS, "Correlations"),
            Segments.of(Kind.SCAN, "Profile"),
            Segments.of(Kind.SURFACE, "Surface"));
    row.setId("fit-figures");
    HBox header = new HBox(row);
    header.getStyleClass().add("page-header");
    sections.put(Kind.PULLS, FitSections.pulls(parts, pulls));
    sections.put(Kind.CORRELATIONS, FitSections.correlations(parts, correlations));
    sections.put(Kind.SCAN, ScanSections.profile(parts, fit, scan));
    sections.put(Kind.SURFACE, ScanSections.surface(parts, fit, surface));
    StackPane body = new StackPane(sections.values().toArray(Node[]::new));
    VBox.setVgrow(body, Priority.ALWAYS);
    Label none = new Label("Pulls, correlations and scans appear with the fit.");
    none.getStyleClass().addAll("muted", "invitation");
    none.setWrapText(true);
    body.getChildren().add(none);
    getChildren().addAll(header, body);
    follow =
        Subscription.combine(
            kind.subscribe(this::show),
            fit.outcomeProperty()
                .subscribe(
                    now -> {
                      none.setVisible(now == null);
                      header.setDisable(now == null);
                      show(kind.get());
                    }));
  }

  /** What is drawn; set it to see another picture. */
  ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  ScanViewModel scan() {
    return scan;
  }

  SurfaceViewModel surface() {
    return surface;
  }

  private void show(Kind now) {
    sections.forEach((one, section) -> show(section, one == now));
    scanIfWanted();
  }

  /** Scans of their own accord are only made for who sees them. */
  void setSeen(boolean now) {
    isSeen = now;
    scanIfWanted();
  }

  private void scanIfWanted() {
    if (isSeen && kind.get() == Kind.SCAN && fit.automaticProperty().get() && scan.isMissing()) {
      scan.run();
    }
  }

  private static void show(Region region, boolean shown) {
    region.setVisible(shown);
    region.setManaged(shown);
  }

  @Override
  public void close() {
    follow.unsubscribe();
    row.close();
    sections.values().forEach(FigureSection::close);
    scan.close();
    surface.close();
    pulls.close();
    correlations.close();
  }
}
