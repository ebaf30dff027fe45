package org.dipscope.core.project;

/**
 * One model of the project.
 *
 * @param id unique in the project
 * @param name what the user calls it
 * @param scenario the positions of all controls
 */
public record ModelEntry(String id, String name, Scenario scenario) {

  /** The model of a fresh project. */
  public static final ModelEntry DEFAULT = new ModelEntry("model-1", "A 500", Scenario.DEFAULT);

  /** The same model with the controls moved. */
  public ModelEntry with(Scenario other) {
    return new ModelEntry(id, name, other);
  }
}
