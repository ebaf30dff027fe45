import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The formatting gate: {@code check} fails on the first ten files that differ, {@code write} rewrites them. */
public final class Format {

  public static void main(String[] arguments) throws Exception {
    boolean write = arguments[0].equals("write");
    Path root = Path.of(arguments[1]);
    List<Path> sources;
    try (Stream<Path> files = Files.walk(root)) {
      sources = files.filter(file -> isSource(root.relativize(file).toString())).sorted().toList();
    }
    List<Path> different = sources.parallelStream().filter(file -> differs(file, write)).toList();
    if (!different.isEmpty() && !write) {
      System.err.println("Not in the house format (./mvnw -Pformat validate rewrites them):");
      different.stream().limit(10).forEach(file -> System.err.println("  " + root.relativize(file)));
      System.exit(1);
    }
  }

  private static boolean isSource(String path) {
    return path.endsWith(".java")
        && path.contains("src")
        && !path.contains("target")
        && !path.startsWith(".");
  }

  private static boolean differs(Path file, boolean write) {
    try {
      String text = Files.readString(file);
      String formatted = new Formatter().formatSourceAndFixImports(text);
      if (write && !formatted.equals(text)) {
        Files.writeString(file, formatted);
      }
      return !formatted.equals(text);
    } catch (IOException | com.google.googlejavaformat.java.FormatterException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }
}
