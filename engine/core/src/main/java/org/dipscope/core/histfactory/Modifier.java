package org.dipscope.core.histfactory;

import org.dipscope.core.histogram.Values;

/**
 * How a parameter changes the rates of a sample. Modifiers of the same name share their parameter.
 */
public sealed interface Modifier {

  /** The name of the parameter, or of the group of parameters per bin. */
  String name();

  /** The type as workspaces call it. */
  String type();

  /** A free factor on the whole sample. */
  record NormFactor(String name) implements Modifier {
    @Override
    public String type() {
      return "normfactor";
    }
  }

  /**
   * A power of a free parameter as factor on the whole sample: &radic;&mu; of an interference term
   * (power 0.5) beside the &mu; of its signal, or g&sup2; and g&#8308; of a coupling. An extension
   * of this project.
   *
   * @param power positive
   */
  record PowerFactor(String name, double power) implements Modifier {
    @Override
    public String type() {
      return "powerfactor";
    }
  }

  /** The luminosity as factor, with a Gaussian constraint that the measurement states. */
  record Lumi(String name) implements Modifier {
    @Override
    public String type() {
      return "lumi";
    }
  }

  /**
   * A factor interpolated between its values at &alpha; = &minus;1 and +1, with a Gaussian
   * constraint of &alpha; to 0 &plusmn; 1.
   *
   * @param low the factor at &minus;1, positive
   * @param high the factor at +1, positive
   */
  record NormSys(String name, double low, double high) implements Modifier {
    @Override
    public String type() {
      return "normsys";
    }
  }

  /**
   * A shift of all bins interpolated between templates at &alpha; = &minus;1 and +1, with a
   * Gaussian constraint of &alpha; to 0 &plusmn; 1.
   */
  record HistoSys(String name, Values low, Values high) implements Modifier {
    @Override
    public String type() {
      return "histosys";
    }
  }

  /**
   * One factor per bin of one sample with a Poisson constraint of &tau; =
   * (nominal/uncertainty)&sup2; events; bins without contents or uncertainty have none.
   */
  record ShapeSys(String name, Values uncertainty) implements Modifier {
    @Override
    public String type() {
      return "shapesys";
    }
  }

  /**
   * One factor per bin of a channel, shared by its samples, with a Gaussian constraint to 1 of
   * width &radic;&Sigma;uncertainty&sup2; / |&Sigma;nominal| over the samples that carry it.
   */
  record StatError(String name, Values uncertainty) implements Modifier {
    @Override
    public String type() {
      return "staterror";
    }
  }

  /** One free factor per bin. */
  record ShapeFactor(String name) implements Modifier {
    @Override
    public String type() {
      return "shapefactor";
    }
  }
}
