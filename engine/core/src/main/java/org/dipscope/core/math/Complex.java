package org.dipscope.core.math;

/**
 * An immutable complex number in double precision.
 *
 * <p>Arithmetic follows the textbook formulas without rescaling, so intermediate overflow is
 * possible beyond moduli of about 1e154. Multivalued functions use the principal branch.
 *
 * @param re real part
 * @param im imaginary part
 */
public record Complex(double re, double im) {
  /** The number 0. */
  public static final Complex ZERO = new Complex(0, 0);

  /** The number 1. */
  public static final Complex ONE = new Complex(1, 0);

  /** Returns the sum {@code this + other}. */
  public Complex plus(Complex other) {
    return new Complex(re + other.re, im + other.im);
  }

  /** Returns the sum {@code this + real}. */
  public Complex plus(double real) {
    return new Complex(re + real, im);
  }

  /** Returns the difference {@code this - other}. */
  public Complex minus(Complex other) {
    return new Complex(re - other.re, im - other.im);
  }

  /** Returns the product {@code this * other}. */
  public Complex times(Complex other) {
    return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
  }

  /** Returns the product {@code this * real}. */
  public Complex times(double real) {
    return new Complex(re * real, im * real);
  }

  /** Returns the quotient {@code this / other}; dividing by zero gives NaN or infinity. */
  public Complex over(Complex other) {
    double norm = other.norm();
    return new Complex(
        (re * other.re + im * other.im) / norm, (im * other.re - re * other.im) / norm);
  }

  /** Returns {@code 1 / this}. */
  public Complex reciprocal() {
    double norm = norm();
    return new Complex(re / norm, -im / norm);
  }

  /** Returns {@code -this}. */
  public Complex negate() {
    return new Complex(-re, -im);
  }

  /** Returns the complex conjugate. */
  public Complex conjugate() {
    return new Complex(re, -im);
  }

  /** Returns the squared modulus |z|². */
  public double norm() {
    return re * re + im * im;
  }

  /** Returns the modulus |z|. */
  public double abs() {
    return Math.hypot(re, im);
  }

  /** Returns e^z. */
  public Complex exp() {
    double modulus = Math.exp(re);
    return new Complex(modulus * Math.cos(im), modulus * Math.sin(im));
  }

  /** Returns the principal logarithm, with the imaginary part in (−π, π]. */
  public Complex log() {
    return new Complex(Math.log(abs()), Math.atan2(im, re));
  }

  /** Returns the principal square root, with non-negative real part. */
  public Complex sqrt() {
    double modulus = abs();
    if (modulus == 0) {
      return ZERO;
    }
    double larger = Math.sqrt((modulus + Math.abs(re)) / 2);
    double smaller = Math.abs(im) / (2 * larger);
    return re >= 0
        ? new Complex(larger, Math.copySign(smaller, im))
        : new Complex(smaller, Math.copySign(larger, im));
  }
}
