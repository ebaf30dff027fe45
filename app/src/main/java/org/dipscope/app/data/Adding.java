package org.dipscope.app.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.analysis.HistogramFigure;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.MeasuredSpectrum;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a spectrum of the project from a histogram. What a histogram cannot say (counts or a
 * measured density, luminosity, energy of the collisions, unit of an axis without one) is asked.
 */
public final class Adding {
  private static final Pattern ENERGY = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*TeV");
  static final List<String> UNITS = List.of("GeV", "TeV", "MeV");

  private final WorkspaceModel workspace;
  private final Runnable onShow;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final ObjectProperty<Boolean> counted = new SimpleObjectProperty<>(this, "counted", true);
  private final StringProperty luminosity = new SimpleStringProperty(this, "luminosity", "");
  private final StringProperty valueUnit = new SimpleStringProperty(this, "valueUnit", "");
  private final BooleanProperty normalised = new SimpleBooleanProperty(this, "normalised");
  private final StringProperty energy = new SimpleStringProperty(this, "energy", "");
  private final ObjectProperty<String> unit = new SimpleObjectProperty<>(this, "unit", "GeV");
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper(this, "complaint", "");
  private @Nullable AnnotatedHistogram histogram;
  private String source = "";

  /**
   * Adds to a document.
   *
   * @param onShow shows the spectra of the project
   */
  public Adding(WorkspaceModel workspace, Runnable onShow) {
    this.workspace = workspace;
    this.onShow = onShow;
  }

  /** Whether something is being asked. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** What the spectrum will be called. */
  public StringProperty nameProperty() {
    return name;
  }

  /** Whether the contents are counts; otherwise a measured density. */
  public ObjectProperty<Boolean> countedProperty() {
    return counted;
  }

  /** The luminosity of counts in fb⁻¹ as typed; empty if it is not known. */
  public StringProperty luminosityProperty() {
    return luminosity;
  }

  /** The unit of a density. */
  public StringProperty valueUnitProperty() {
    return valueUnit;
  }

  /** Whether a density was divided by the total cross-section. */
  public BooleanProperty normalisedProperty() {
    return normalised;
  }

  /** √s in TeV as typed. */
  public StringProperty energyProperty() {
    return energy;
  }

  /** The unit of the mass axis. */
  public ObjectProperty<String> unitProperty() {
    return unit;
  }

  /** Why the answers make no spectrum; empty while nothing is wrong. */
  public ReadOnlyStringProperty complaintProperty() {
    return complaint.getReadOnlyProperty();
  }

  /**
   * Asks what is not known of a histogram.
   *
   * @param origin the file and the expression it comes from
   */
  public void begin(AnnotatedHistogram made, String origin) {
    Histogram h = made.histogram();
    if (h.axes().size() != 1) {
      complaint.set("Only histograms with one axis are spectra.");
      return;
    }
    histogram = made;
    source = origin;
    name.set(h.name().substring(h.name().lastIndexOf('/') + 1));
    counted.set(HistogramFigure.looksCounted(h));
    luminosity.set("");
    valueUnit.set(made.valueUnit().isEmpty() ? "pb/GeV" : made.valueUnit());
    normalised.set(made.valueUnit().startsWith("1/"));
    unit.set(UNITS.contains(h.axis().unit()) ? h.axis().unit() : "GeV");
    Matcher known = ENERGY.matcher(h.name() + " " + origin + " " + made.notes().values());
    energy.set(known.find() ? known.group(1) : "");
    complaint.set("");
    open.set(true);
  }

  /** Asks no more. */
  public void cancel() {
    open.set(false);
    histogram = null;
    complaint.set("");
  }

  /**
   * Adds the spectrum, if the answers make one.
   *
   * @param show whether to leave for the screen of the spectra
   */
  public void accept(boolean show) {
    AnnotatedHistogram made = histogram;
    if (made == null) {
      return;
    }
    try {
      Spectrum spectrum = spectrum(made);
      workspace.addSpectrum("Add " + spectrum.name(), spectrum);
      cancel();
      if (show) {
        onShow.run();
      }
    } catch (ProblemException wrong) {
      complaint.set((wrong.problem().message() + " " + wrong.problem().hint()).strip());
    }
  }

  private Spectrum spectrum(AnnotatedHistogram made) {
    double sqrtS =
        number(energy.get(), "√s")
            .orElseThrow(() -> problem("√s of the collisions is missing.", "Give it in TeV."));
    String from = source + ", √s = " + Numbers.digits(sqrtS, 6) + " TeV";
    Histogram h = made.histogram();
    String label = h.axis().label().isEmpty() ? "m" : h.axis().label();
    Axis axis = new Axis(label, "GeV", inGeV(h.axis().binning()));
    if (counted.get()) {
      Double invFb = number(luminosity.get(), "The luminosity").orElse(null);
      return new CountSpectrum(name.get().strip(), axis, h.contents(), invFb, from);
    }
    if (!unit.get().equals("GeV")) {
      throw problem(
          "The contents are a density per " + unit.get() + ".",
          "Convert them to a density per GeV first, or take them as counts.");
    }
    MeasuredSpectrum measured = made.toSpectrum();
    return new MeasuredSpectrum(
        name.get().strip(),
        axis,
        valueUnit.get().strip(),
        normalised.get(),
        measured.values(),
        measured.errors(),
        from);
  }

  private Binning inGeV(Binning bins) {
    double factor =
        switch (unit.get()) {
          case "TeV" -> 1000;
          case "MeV" -> 0.001;
          default -> 1;
        };
    double[] edges = bins.edges();
    for (int i = 0; i < edges.length; i++) {
      edges[i] *= factor;
    }
    return Binning.of(edges);
  }

  private static Optional<Double> number(String typed, String what) {
    String text = typed.strip().replace(',', '.').toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      double value = Double.parseDouble(text);
      if (value > 0 && Double.isFinite(value)) {
        return Optional.of(value);
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the complaint
    }
    throw problem(what + " is “" + typed.strip() + "”.", "Give a positive number.");
  }

  private static ProblemException problem(String message, String hint) {
    return new ProblemException(Problem.badInput(message, hint));
  }
}
