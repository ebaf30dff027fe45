package org.dipscope.core.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Project files: JSON with a schema version. Saving writes a temporary file in the same folder,
 * forces it to disk, keeps the file before as {@code NAME.bak} and moves the new one into place, so
 * that a crash at any moment leaves a complete project. Autosaving writes {@code .NAME.autosave}
 * beside the project and leaves the project alone.
 */
public final class ProjectFile {
  private static final long LARGEST = 256L << 20;
  private static final DefaultPrettyPrinter LINES =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ProjectFile() {}

  /**
   * Opens a project.
   *
   * @throws ProblemException if the file is missing, too large, no JSON or no project; the place is
   *     named
   */
  public static OpenedProject open(Path file) {
    String name = String.valueOf(file.getFileName());
    OpenedProject opened = parse(name, folder(file), text(file), Migrations.ALL);
    return new OpenedProject(opened.workspace(), file, opened.readOnly(), opened.messages());
  }

  /**
   * Reads a project from text, such as a bundled one.
   *
   * @param name stands for the file in messages
   */
  public static Workspace read(String name, String json) {
    return parse(name, json, Migrations.ALL).workspace();
  }

  static OpenedProject parse(String name, String json, Migrations migrations) {
    return parse(name, Path.of(""), json, migrations);
  }

  private static OpenedProject parse(String name, Path folder, String json, Migrations migrations) {
    ObjectNode root = root(name, json);
    int version = version(name, root);
    if (version <= Workspace.SCHEMA_VERSION) {
      ObjectNode migrated = migrations.migrate(root, version, Workspace.SCHEMA_VERSION);
      return new OpenedProject(
          WorkspaceJson.read(name, folder, migrated), Path.of(name), false, List.of());
    }
    String message =
        "%s was written by a newer version of Dipscope (format %d, this one knows %d)."
            .formatted(name, version, Workspace.SCHEMA_VERSION);
    try {
      return new OpenedProject(
          WorkspaceJson.read(name, folder, root),
          Path.of(name),
          true,
          List.of(message + " It is opened read-only; save a copy to change it."));
    } catch (ProblemException e) {
      throw new ProblemException(
          Problem.badInput(message + " " + e.getMessage(), "Open it with that version.", name, 0),
          e);
    }
  }

  private static ObjectNode root(String name, String json) {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      throw new ProblemException(
          Problem.badInput(
              name
                  + (line > 0 ? ", line " + line : "")
                  + ": "
                  + firstLine(e.getOriginalMessage())
                  + ".",
              "Restore the project from its backup, the file with .bak at the end.",
              name,
              line),
          e);
    }
    if (node instanceof ObjectNode object
        && object.path("format").asString("").equals(WorkspaceJson.FORMAT)) {
      return object;
    }
    throw new ProblemException(
        Problem.badInput(
            name + " is no Dipscope project: its format is not \"" + WorkspaceJson.FORMAT + "\".",
            "Choose a project that was saved by Dipscope.",
            name,
            0));
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "no JSON" : message.lines().findFirst().orElse("no JSON");
  }

  private static int version(String name, ObjectNode root) {
    JsonNode version = root.get("schemaVersion");
    if (version == null
        || !version.isIntegralNumber()
        || !version.canConvertToInt()
        || version.intValue() < 1) {
      throw new ProblemException(
          Problem.badInput(
              name + ": schemaVersion is " + version + ", expected a whole number from 1.",
              "Restore the project from its backup, the file with .bak at the end.",
              name,
              0));
    }
    return version.intValue();
  }

  /** The project as the text of a file in no particular folder. */
  public static String write(Workspace workspace) {
    return write(workspace, Path.of(""));
  }

  private static String write(Workspace workspace, Path folder) {
    return MAPPER.writer().with(LINES).writeValueAsString(WorkspaceJson.write(workspace, folder))
        + "\n";
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  /**
   * Saves a project and removes its autosave.
   *
   * @throws ProblemException if the file cannot be written; the one before is then unchanged
   */
  public static void save(Path file, Workspace workspace) {
    String text = write(workspace, folder(file));
    AtomicFile.writeWithBackup(file, backup(file), writer -> writer.write(text));
    discardAutosave(file);
  }

  /** Where the version before the last save is kept. */
  public static Path backup(Path file) {
    return file.resolveSibling(file.getFileName() + ".bak");
  }

  /** Where unsaved changes of a project are kept while it is open. */
  public static Path autosave(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".autosave");
  }

  /**
   * Keeps unsaved changes beside the project.
   *
   * @throws ProblemException if the file cannot be written
   */
  public static void saveAutomatically(Path file, Workspace workspace) {
    String text = write(workspace, folder(file));
    AtomicFile.write(autosave(file), writer -> writer.write(text));
  }

  /**
   * Unsaved changes that outlived a crash: an autosave that can be read and differs from the
   * project.
   */
  public static Optional<Workspace> recoverable(Path file) {
    Path autosave = autosave(file);
    if (!Files.isRegularFile(autosave)) {
      return Optional.empty();
    }
    try {
      Workspace unsaved = open(autosave).workspace();
      boolean same = Files.isRegularFile(file) && open(file).workspace().equals(unsaved);
      return same ? Optional.empty() : Optional.of(unsaved);
    } catch (ProblemException e) {
      return Optional.empty(); // a damaged autosave must not keep the project from opening
    }
  }

  /** Removes the autosave of a project, if there is one. */
  public static void discardAutosave(Path file) {
    try {
      Files.deleteIfExists(autosave(file));
    } catch (IOException e) {
      throw problem(file, "its autosave cannot be removed: " + e.getMessage(), e);
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw problem(file, "it is larger than " + (LARGEST >> 20) + " MiB", null);
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw problem(file, "it does not exist", e);
    } catch (IOException e) {
      throw problem(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static ProblemException problem(Path file, String why, @Nullable IOException cause) {
    return new ProblemException(
        Problem.badInput(
            "The project " + file + " cannot be read: " + why + ".",
            "Check the path, and whether you may read it.",
            file.toString(),
            0),
        cause);
  }
}
