package org.dipscope.core.format.darkmachines;

import java.nio.charset.StandardCharsets;

/** The marks of objects as particle numbers; jets of light quarks and gluons have 0. */
final class ObjectKind {
  static final int JET = 0;
  static final int B_JET = 5;
  static final int ELECTRON = 11;
  static final int MUON = 13;
  static final int PHOTON = 22;

  /** No object at all. */
  static final int NONE = Integer.MIN_VALUE;

  private ObjectKind() {}

  /** Length of the mark at the start of a cell: letters and a sign of charge. */
  static int markLength(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] >= 'a' && bytes[at] <= 'z') {
      at++;
    }
    boolean lepton = at > from && (bytes[from] == 'e' || bytes[from] == 'm');
    if (lepton && at < to && (bytes[at] == '+' || bytes[at] == '-')) {
      at++;
    }
    return at - from;
  }

  /** The particle number of a mark; photons are g in files and a in their description. */
  static int of(byte[] bytes, int from, int length) {
    return switch (new String(bytes, from, Math.min(length, 8), StandardCharsets.US_ASCII)) {
      case "j" -> JET;
      case "b" -> B_JET;
      case "e-" -> ELECTRON;
      case "e+" -> -ELECTRON;
      case "m-", "mu-" -> MUON;
      case "m+", "mu+" -> -MUON;
      case "g", "a" -> PHOTON;
      default -> NONE;
    };
  }
}
