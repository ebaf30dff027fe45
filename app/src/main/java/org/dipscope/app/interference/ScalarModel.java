package org.dipscope.app.interference;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import org.dipscope.app.workspace.ChoiceOfDocument;
import org.dipscope.app.workspace.Edits;
import org.dipscope.app.workspace.NumberOfDocument;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.project.CouplingChoice;
import org.dipscope.core.project.Scalar;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.WidthChoice;
import org.dipscope.core.project.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The controls of one scalar. Numbers behind a switch, such as tan β while couplings are free, are
 * remembered here and come back with the switch.
 */
public final class ScalarModel {
  private static final double EQUAL_PARTS = 0.7;

  private final Function<Scenario, @Nullable Scalar> get;
  private final BiFunction<Scenario, Scalar, Scenario> set;
  private final DoubleProperty massGeV;
  private final DoubleProperty widthGeV;
  private final DoubleProperty widthPercent;
  private final DoubleProperty tanBeta;
  private final DoubleProperty top;
  private final DoubleProperty bottom;
  private final DoubleProperty tau;
  private final DoubleProperty even;
  private final DoubleProperty odd;
  private final ObjectProperty<StateKind> kind;
  private final ObjectProperty<WidthMode> widthMode;
  private final ObjectProperty<CouplingMode> couplingMode;
  private CouplingMode lastCouplingMode = CouplingMode.TAN_BETA;

  /**
   * The controls of a scalar of the scenario.
   *
   * @param whose put before the names of edits, may be empty
   * @param get the scalar, or null while there is none
   * @param set replaces it
   */
  ScalarModel(
      WorkspaceModel workspace,
      String whose,
      Function<Scenario, @Nullable Scalar> get,
      BiFunction<Scenario, Scalar, Scenario> set) {
    this.get = get;
    this.set = set;
    Numbers numbers = new Numbers(workspace, whose);
    massGeV = numbers.of("Mass", 500, Scalar::massGeV, Scalar::withMass);
    widthGeV = numbers.width("Width", 10, ScanParameter.WIDTH, 1);
    widthPercent = numbers.width("Γ/M", 2, ScanParameter.RELATIVE_WIDTH, 0.01);
    tanBeta =
        numbers.of(
            "tan β",
            1,
            s -> s.coupling() instanceof CouplingChoice.TypeTwo(double value) ? value : Double.NaN,
            (s, value) -> s.withCoupling(new CouplingChoice.TypeTwo(value)));
    top = numbers.free("ξ_t", 1, CouplingChoice.Free::top, (f, v) -> free(v, f.bottom(), f.tau()));
    bottom =
        numbers.free("ξ_b", 0, CouplingChoice.Free::bottom, (f, v) -> free(f.top(), v, f.tau()));
    tau = numbers.free("ξ_τ", 0, CouplingChoice.Free::tau, (f, v) -> free(f.top(), f.bottom(), v));
    even =
        numbers.mixed(
            "c_e", CouplingChoice.Mixed::even, (m, v) -> new CouplingChoice.Mixed(v, m.odd()));
    odd =
        numbers.mixed(
            "c_o", CouplingChoice.Mixed::odd, (m, v) -> new CouplingChoice.Mixed(m.even(), v));
    kind = choice(workspace, whose + "CP", StateKind.A, StateKind::of, this::withKind);
    widthMode =
        choice(
            workspace,
            whose + "Kind of width",
            WidthMode.PHYSICAL,
            s -> WidthMode.of(s.width()),
            this::withWidthMode);
    couplingMode =
        choice(
            workspace,
            whose + "Kind of couplings",
            CouplingMode.TAN_BETA,
            this::couplingMode,
            this::withCouplingMode);
  }

  private static CouplingChoice.Free free(double top, double bottom, double tau) {
    return new CouplingChoice.Free(top, bottom, tau);
  }

  /** M in GeV. */
  public DoubleProperty massProperty() {
    return massGeV;
  }

  /** Γ in GeV; follows the couplings while it is physical. */
  public DoubleProperty widthProperty() {
    return widthGeV;
  }

  /** Γ/M in per cent; follows the couplings while the width is physical. */
  public DoubleProperty widthPercentProperty() {
    return widthPercent;
  }

  /** tan β. */
  public DoubleProperty tanBetaProperty() {
    return tanBeta;
  }

  /** ξ_t. */
  public DoubleProperty topProperty() {
    return top;
  }

  /** ξ_b. */
  public DoubleProperty bottomProperty() {
    return bottom;
  }

  /** ξ_τ. */
  public DoubleProperty tauProperty() {
    return tau;
  }

  /** c_even of a CP-mixed state. */
  public DoubleProperty evenProperty() {
    return even;
  }

  /** c_odd of a CP-mixed state. */
  public DoubleProperty oddProperty() {
    return odd;
  }

  /** A, H or mixed. */
  public ObjectProperty<StateKind> kindProperty() {
    return kind;
  }

  /** How the width is given. */
  public ObjectProperty<WidthMode> widthModeProperty() {
    return widthMode;
  }

  /** How the couplings are given. */
  public ObjectProperty<CouplingMode> couplingModeProperty() {
    return couplingMode;
  }

  private Scalar withKind(Scalar scalar, StateKind wanted) {
    Scalar turned =
        new Scalar(
            wanted.parity(scalar.cp()),
            scalar.massGeV(),
            scalar.width(),
            scalar.coupling(),
            scalar.scheme());
    boolean isMixed = scalar.coupling() instanceof CouplingChoice.Mixed;
    if (wanted == StateKind.MIXED && !isMixed) {
      return turned.withCoupling(new CouplingChoice.Mixed(even.get(), odd.get()));
    }
    return wanted != StateKind.MIXED && isMixed
        ? turned.withCoupling(remembered(lastCouplingMode))
        : turned;
  }

  private CouplingChoice remembered(CouplingMode mode) {
    return mode == CouplingMode.TAN_BETA
        ? new CouplingChoice.TypeTwo(tanBeta.get())
        : free(top.get(), bottom.get(), tau.get());
  }

  private Scalar withWidthMode(Scalar scalar, WidthMode mode) {
    return scalar.withWidth(
        switch (mode) {
          case PHYSICAL -> new WidthChoice.Physical();
          case FREE -> new WidthChoice.Free(widthGeV.get());
          case RELATIVE -> new WidthChoice.Relative(0.01 * widthPercent.get());
        });
  }

  private CouplingMode couplingMode(Scalar scalar) {
    lastCouplingMode =
        switch (scalar.coupling()) {
          case CouplingChoice.TypeTwo typeTwo -> CouplingMode.TAN_BETA;
          case CouplingChoice.Free free -> CouplingMode.FREE;
          case CouplingChoice.Mixed mixed -> lastCouplingMode;
        };
    return lastCouplingMode;
  }

  private Scalar withCouplingMode(Scalar scalar, CouplingMode mode) {
    return scalar.coupling() instanceof CouplingChoice.Mixed
        ? scalar
        : scalar.withCoupling(remembered(mode));
  }

  private @Nullable Scalar scalar(Workspace document) {
    return get.apply(Edits.scenario(document));
  }

  private Workspace change(Workspace document, UnaryOperator<Scalar> change) {
    Scalar scalar = scalar(document);
    return scalar == null
        ? document
        : Edits.with(document, scenario -> set.apply(scenario, change.apply(scalar)));
  }

  /** Puts a number into a scalar. */
  @FunctionalInterface
  private interface Setter<T> {
    T set(T target, double value);
  }

  private final class Numbers {
    private final WorkspaceModel workspace;
    private final String whose;

    Numbers(WorkspaceModel workspace, String whose) {
      this.workspace = workspace;
      this.whose = whose;
    }

    DoubleProperty of(
        String name, double start, ToDoubleFunction<Scalar> read, Setter<Scalar> write) {
      return new NumberOfDocument(
          workspace,
          whose + name,
          start,
          document -> {
            Scalar scalar = scalar(document);
            return scalar == null ? Double.NaN : read.applyAsDouble(scalar);
          },
          (document, value) -> change(document, scalar -> write.set(scalar, value)));
    }

    DoubleProperty width(String name, double start, ScanParameter parameter, double unit) {
      return new NumberOfDocument(
          workspace,
          whose + name,
          start,
          document -> {
            Scalar scalar = scalar(document);
            return scalar == null
                ? Double.NaN
                : scalar.value(parameter, Edits.scenario(document).standardModel()) / unit;
          },
          (document, value) -> change(document, scalar -> scalar.with(parameter, unit * value)));
    }

    DoubleProperty free(
        String name,
        double start,
        ToDoubleFunction<CouplingChoice.Free> read,
        Setter<CouplingChoice.Free> write) {
      return of(
          name,
          start,
          s ->
              s.coupling() instanceof CouplingChoice.Free free
                  ? read.applyAsDouble(free)
                  : Double.NaN,
          (s, value) ->
              s.coupling() instanceof CouplingChoice.Free free
                  ? s.withCoupling(write.set(free, value))
                  : s);
    }

    DoubleProperty mixed(
        String name,
        ToDoubleFunction<CouplingChoice.Mixed> read,
        Setter<CouplingChoice.Mixed> write) {
      return of(
          name,
          EQUAL_PARTS,
          s ->
              s.coupling() instanceof CouplingChoice.Mixed mixed
                  ? read.applyAsDouble(mixed)
                  : Double.NaN,
          (s, value) ->
              s.coupling() instanceof CouplingChoice.Mixed mixed
                  ? s.withCoupling(write.set(mixed, value))
                  : s);
    }
  }

  private <T> ObjectProperty<T> choice(
      WorkspaceModel workspace,
      String name,
      T start,
      Function<Scalar, T> read,
      BiFunction<Scalar, T, Scalar> write) {
    return new ChoiceOfDocument<>(
        workspace,
        name,
        document -> {
          Scalar scalar = scalar(document);
          return scalar == null ? start : read.apply(scalar);
        },
        (document, value) -> {
          Workspace changed = change(document, scalar -> write.apply(scalar, value));
          return Edits.withAxes(
              changed, changed.likelihood().fitting(Edits.scenario(changed).scalar()));
        });
  }
}
