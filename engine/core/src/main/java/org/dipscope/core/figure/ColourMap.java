package org.dipscope.core.figure;

/**
 * Colour maps for surfaces, interpolated in sRGB between ten anchors. {@link #VIRIDIS} and {@link
 * #CIVIDIS} are perceptually uniform (matplotlib, CC0; Nuñez et al. 2018); {@link #BALANCE}
 * diverges from a light centre.
 */
public enum ColourMap {
  /** Dark violet, green, yellow. */
  VIRIDIS("440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725"),
  /** Dark blue, grey, yellow: the same with red-green blindness. */
  CIVIDIS("00224e 123570 3b496c 575d6d 707173 8a8678 a59c74 c3b369 e1cc55 fee838"),
  /** Blue, white, red, for signed quantities. */
  BALANCE("0b3c6f 2166ac 4393c3 92c5de e3eff6 fbe6da f4a582 d6604d b2182b 7a0322");

  private final String anchors;

  ColourMap(String anchors) {
    this.anchors = anchors;
  }

  /**
   * Returns the opaque colour 0xAARRGGBB at {@code position} in [0, 1]; positions outside take the
   * end colours and NaN is fully transparent.
   */
  public int argb(double position) {
    if (Double.isNaN(position)) {
      return 0;
    }
    int last = anchors.length() / 7;
    double scaled = Math.clamp(position, 0.0, 1.0) * last;
    int lower = Math.min((int) scaled, last - 1);
    double fraction = scaled - lower;
    int from = anchor(lower);
    int to = anchor(lower + 1);
    int argb = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double channel = (from >> shift & 255) * (1 - fraction) + (to >> shift & 255) * fraction;
      argb = argb << 8 | (int) Math.round(channel);
    }
    return argb;
  }

  private int anchor(int index) {
    return Integer.parseInt(anchors.substring(7 * index, 7 * index + 6), 16);
  }
}
