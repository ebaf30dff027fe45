package org.dipscope.neural.significance;

/**
 * A stretch of training.
 *
 * @param step steps done
 * @param steps steps in all
 * @param loss mean loss over the stretch
 * @param error root of the mean squared error of z, single errors taken as 3 at most
 * @param gradient mean norm of the gradient before it was shortened
 * @param rate learning rate
 * @param histogramsPerSecond over the stretch, pauses excluded
 * @param secondsLeft at this speed
 * @param waiting part of the time spent waiting for histograms
 * @param memoryBytes of the Java heap in use
 */
public record TrainingProgress(
    long step,
    long steps,
    double loss,
    double error,
    double gradient,
    double rate,
    double histogramsPerSecond,
    double secondsLeft,
    double waiting,
    long memoryBytes) {}
