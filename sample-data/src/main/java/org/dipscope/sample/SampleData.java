package org.dipscope.sample;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files that ship with Dipscope, by name. */
public final class SampleData {
  private SampleData() {}

  /** The spectra of the default project, the one it opens on first. */
  public static List<SampleSpectrum> spectra() {
    return List.of(
        SampleSpectrum.ATLAS_13_TEV,
        SampleSpectrum.PSEUDO_DATA,
        SampleSpectrum.ATLAS_8_TEV,
        SampleSpectrum.CMS_8_TEV);
  }

  /** Where a file lies, on disk or in a jar; empty if none of this name ships. */
  public static Optional<URL> find(String name) {
    @Nullable URL url = SampleData.class.getResource(name);
    return Optional.ofNullable(url);
  }

  /**
   * Opens a file; the caller closes it.
   *
   * @throws FileNotFoundException if none of this name ships
   * @throws IOException if it cannot be read
   */
  public static InputStream open(String name) throws IOException {
    @Nullable InputStream stream = SampleData.class.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException(name + " is not among the sample data");
    }
    return stream;
  }
}
