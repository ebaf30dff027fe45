package org.dipscope.core.format.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dipscope.core.format.SharedFiles;
import org.dipscope.core.format.root.RootSamples;

/**
 * Good files to start from, by name: the small ones in the test resources, those that the project
 * writes, and in long runs the files of other projects.
 */
final class FuzzSeeds {
  private static final int LARGEST_SHARED = 400_000;

  private FuzzSeeds() {}

  static Map<String, byte[]> all(Path folder, boolean shared) throws IOException {
    Map<String, byte[]> seeds = new TreeMap<>(RootSamples.all(folder));
    for (Path file : files(resources())) {
      seeds.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }
    for (String name : List.of("events.lhe", "objects.yoda", "three.hepmc")) {
      seeds.put(name + ".gz", gzip(seeds.get(name)));
    }
    byte[] structured =
        npy("[('m', '<f8'), ('n', '>i2', (2,)), ('b', '|b1')]", "(3,)", new byte[3 * 13]);
    seeds.put("array.npy", npy("'<f4'", "(4, 3)", new byte[48]));
    seeds.put("structured.npy", structured);
    seeds.put("arrays.npz", zip("a.npy", seeds.get("array.npy"), "b.npy", structured));
    if (shared) {
      Path folderOfOthers = SharedFiles.format("files");
      for (Path file : files(folderOfOthers)) {
        if (Files.size(file) <= LARGEST_SHARED) {
          seeds.put("shared-" + file.getFileName(), Files.readAllBytes(file));
        }
      }
    }
    return seeds;
  }

  private static Path resources() {
    try {
      return Path.of(FuzzSeeds.class.getResource("/fuzz").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String first, byte[] one, String second, byte[] two)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry(first));
      out.write(one);
      out.putNextEntry(new ZipEntry(second));
      out.write(two);
    }
    return bytes.toByteArray();
  }

  private static byte[] npy(String type, String shape, byte[] data) throws IOException {
    String header = "{'descr': %s, 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
    String padded = header + " ".repeat(127 - 10 - header.length()) + "\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write("\u0093NUMPY\u0001\u0000".getBytes(ISO_8859_1));
    out.write(padded.length());
    out.write(0);
    out.write(padded.getBytes(ISO_8859_1));
    out.write(data);
    return out.toByteArray();
  }
}
