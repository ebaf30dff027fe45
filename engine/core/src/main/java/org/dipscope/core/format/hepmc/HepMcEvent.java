package org.dipscope.core.format.hepmc;

import java.util.Arrays;
import org.dipscope.core.format.particle.Momenta;

/** One event in GeV and mm; the same object is filled anew for each. */
final class HepMcEvent {
  /** Events with more particles or vertices are refused; they come from damaged files. */
  static final int MOST = 1 << 20;

  /** More weights than this are ignored. */
  static final int MOST_WEIGHTS = 20_000;

  private static final int INTEGERS = 4;
  private static final int PLACE = 4;

  final Momenta momenta = new Momenta();
  long number;
  int label;
  int line;
  int announcedParticles;
  int announcedVertices;
  boolean verticesAllWritten;
  int finalParticles;
  double crossSectionPb;
  private int[] integers = new int[INTEGERS * 256];
  private double[] positions = new double[PLACE * 64];
  private int[] vertexIds = new int[64];
  private double[] weights = new double[8];
  private int weightCount;
  private int vertices;

  void begin(long ordinal, int atLine) {
    number = ordinal;
    line = atLine;
    label = 0;
    announcedParticles = -1;
    announcedVertices = -1;
    verticesAllWritten = false;
    finalParticles = 0;
    crossSectionPb = Double.NaN;
    weightCount = 0;
    vertices = 0;
    momenta.clear();
  }

  /** Adds identity, status and origin; the momentum is added to {@link #momenta} after that. */
  void addParticle(int id, int pdgId, int status, int origin) {
    int at = INTEGERS * momenta.size();
    if (at == integers.length) {
      integers = Arrays.copyOf(integers, 2 * at);
    }
    integers[at] = id;
    integers[at + 1] = pdgId;
    integers[at + 2] = status;
    integers[at + 3] = origin;
    finalParticles += status == 1 ? 1 : 0;
  }

  void addVertex(int id, double x, double y, double z, double t) {
    if (vertices == vertexIds.length) {
      vertexIds = Arrays.copyOf(vertexIds, 2 * vertices);
      positions = Arrays.copyOf(positions, 2 * PLACE * vertices);
    }
    vertexIds[vertices] = id;
    int at = PLACE * vertices;
    positions[at] = x;
    positions[at + 1] = y;
    positions[at + 2] = z;
    positions[at + 3] = t;
    vertices++;
  }

  void addWeight(double weight) {
    if (weightCount < MOST_WEIGHTS) {
      if (weightCount == weights.length) {
        weights = Arrays.copyOf(weights, 2 * weightCount);
      }
      weights[weightCount++] = weight;
    }
  }

  int weights() {
    return weightCount;
  }

  /** The first weight; 1 if the event has none. */
  double weight() {
    return weightCount == 0 ? 1 : weights[0];
  }

  double weight(int i) {
    return i < weightCount ? weights[i] : Double.NaN;
  }

  int particles() {
    return momenta.size();
  }

  int vertices() {
    return vertices;
  }

  int id(int i) {
    return integers[INTEGERS * i];
  }

  int pdgId(int i) {
    return integers[INTEGERS * i + 1];
  }

  int status(int i) {
    return integers[INTEGERS * i + 2];
  }

  /** The vertex (negative) or, in version 3, the only incoming particle that it comes from. */
  int origin(int i) {
    return integers[INTEGERS * i + 3];
  }

  int vertexId(int i) {
    return vertexIds[i];
  }

  double position(int vertex, int coordinate) {
    return positions[PLACE * vertex + coordinate];
  }
}
