package org.dipscope.app.inference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.dipscope.core.histfactory.ModelFiles;
import org.dipscope.core.histfactory.Workspace;

/** Small models to start with; where they come from stands beside the files. */
public enum ModelPreset {
  /** Interference that lifts one side of the resonance and digs the other. */
  PEAK_DIP("Peak-dip", "peakdip"),
  /** The same with three nuisances. */
  PEAK_DIP_SYSTEMATICS("Peak-dip with systematics", "peakdip_systematics"),
  /** Interference that is destructive everywhere. */
  PURE_DIP("Pure dip", "puredip"),
  /** Interference that is constructive everywhere. */
  BUMP("Bump", "bump"),
  /** A wide resonance that fills its own dip if it is strong. */
  DEGENERATE("Degenerate dip", "degenerate"),
  /** The rate of the same alone, which two signal strengths explain equally well. */
  DEGENERATE_RATE("Degenerate, rate only", "degenerate_rate"),
  /** A peak on a broad background, without interference. */
  HIGGS_LIKE("Higgs-like peak", "higgs_like"),
  /** Eight events where three are expected. */
  COUNTING("Counting, 8 on 3", "counting");

  private final String title;
  private final String resource;

  ModelPreset(String title, String resource) {
    this.title = title;
    this.resource = resource + ".json";
  }

  /** What the user reads. */
  public String title() {
    return title;
  }

  /** Its channels. */
  public Workspace workspace() {
    try (InputStream stream = ModelPreset.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return ModelFiles.read(title, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
