package org.dipscope.app.inference;

import org.dipscope.app.shell.Appearance;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.core.compute.Workers;

/**
 * What pages are made of.
 *
 * @param models the open models; pages follow the chosen one
 * @param jobs for long computations
 * @param live for what follows the sliders
 * @param workers help with computations that can be divided
 * @param appearance of figures
 * @param actions of the desktop
 */
public record PageParts(
    ModelsViewModel models,
    JobList jobs,
    LiveComputation live,
    Workers workers,
    Appearance appearance,
    InferenceActions actions) {}
