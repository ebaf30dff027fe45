package org.dipscope.core.project;

/**
 * A model kept on screen beside the one on the sliders.
 *
 * @param id unique in the project
 * @param label text of the legend
 * @param scenario the sliders as they were when it was pinned
 */
public record PinnedComparison(String id, String label, Scenario scenario) {}
