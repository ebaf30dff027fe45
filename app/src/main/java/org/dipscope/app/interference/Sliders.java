package org.dipscope.app.interference;

import org.dipscope.app.support.SliderScale;

/** The ranges of the sliders. */
final class Sliders {
  static final SliderScale MASS = SliderScale.linear(250, 1500, 500, 5);
  static final SliderScale WIDTH = SliderScale.log(0.1, 500, 10, 0.05);
  static final SliderScale WIDTH_PERCENT = SliderScale.log(0.05, 50, 2, 0.05);
  static final SliderScale TAN_BETA = SliderScale.log(0.1, 60, 1, 0.02);
  static final SliderScale COUPLING = SliderScale.linear(-5, 5, 1, 0.05);
  static final SliderScale OTHER_COUPLING = SliderScale.linear(-100, 100, 0, 0.5);
  static final SliderScale CP_COUPLING = SliderScale.linear(-3, 3, 0.7, 0.05);
  static final SliderScale RESOLUTION = SliderScale.linear(0, 30, 8, 0.5);
  static final SliderScale LUMINOSITY = SliderScale.log(0.1, 10_000, 140, 0.05);
  static final SliderScale STRENGTH = SliderScale.linear(0, 10, 1, 0.05);
  static final SliderScale K_FACTOR = SliderScale.linear(0.1, 5, 2, 0.05);
  static final SliderScale TOP_MASS = SliderScale.linear(165, 180, 172.5, 0.1);
  static final SliderScale MEMBER = SliderScale.linear(0, 1000, 0, 1);

  private Sliders() {}
}
