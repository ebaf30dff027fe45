package org.dipscope.core.triage;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.dipscope.core.format.AtomicFile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Candidates as a file: CSV with a header, or JSON by the file's extension. */
public final class CandidateTable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String HEADER =
      "id,category,combination,z,zError,massGeV,widthGeV,lowGeV,highGeV,bins,entries,looks,localP,"
          + "histogramP,quality";

  private CandidateTable() {}

  /**
   * Writes candidates.
   *
   * @param definition what z means, for the JSON file
   * @throws org.dipscope.core.problem.ProblemException if the file cannot be written
   */
  public static void write(Path file, List<Candidate> candidates, String definition) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      String json = MAPPER.writeValueAsString(json(candidates, definition));
      AtomicFile.write(file, writer -> writer.write(json + "\n"));
    } else {
      AtomicFile.write(
          file,
          writer -> {
            writer.write(HEADER + "\n");
            for (Candidate candidate : candidates) {
              writer.write(line(candidate) + "\n");
            }
          });
    }
  }

  private static String line(Candidate c) {
    return String.join(
        ",",
        c.id(),
        c.category(),
        c.combination(),
        text(c.z()),
        text(c.zError()),
        text(c.massGeV()),
        text(c.widthGeV()),
        text(c.lowGeV()),
        text(c.highGeV()),
        Integer.toString(c.bins()),
        Long.toString(c.entries()),
        text(c.looks()),
        text(c.localP()),
        text(c.histogramP()),
        words(c.quality()));
  }

  private static String text(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  private static String words(Set<Quality> quality) {
    Set<String> words = new TreeSet<>();
    quality.forEach(mark -> words.add(mark.words()));
    return String.join("; ", words);
  }

  private static ObjectNode json(List<Candidate> candidates, String definition) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("definition", definition);
    ArrayNode rows = root.putArray("candidates");
    for (Candidate c : candidates) {
      ObjectNode row = rows.addObject();
      row.put("id", c.id());
      row.put("category", c.category());
      row.put("combination", c.combination());
      put(row, "z", c.z());
      put(row, "zError", c.zError());
      put(row, "massGeV", c.massGeV());
      put(row, "widthGeV", c.widthGeV());
      put(row, "lowGeV", c.lowGeV());
      put(row, "highGeV", c.highGeV());
      row.put("bins", c.bins());
      row.put("entries", c.entries());
      put(row, "looks", c.looks());
      put(row, "localP", c.localP());
      put(row, "histogramP", c.histogramP());
      ArrayNode quality = row.putArray("quality");
      c.quality().stream().sorted().forEach(mark -> quality.add(mark.words()));
    }
    return root;
  }

  private static void put(ObjectNode row, String name, double value) {
    if (Double.isFinite(value)) {
      row.put(name, value);
    } else {
      row.putNull(name);
    }
  }
}
