package org.dipscope.core.analysis;

/**
 * The strongest bump or dip of a significance strip.
 *
 * @param deficit whether it is a dip
 * @param isWindow whether it is a window of bins, or else a Gaussian
 * @param mass the centre of its bin, in the unit of the axis
 * @param massLow where the 68 % interval of its mass begins
 * @param massHigh where it ends
 * @param low where signal or window begin
 * @param high where they end
 * @param width of the signal: &sigma; of a Gaussian, or all of a window, in the unit of the axis
 * @param z signed significance
 * @param error of z through the background that is not known
 * @param localP the probability that background alone is as significant at this place
 * @param globalP that it is anywhere in the spectrum
 * @param method in a word where the global p comes from
 */
public record StripCandidate(
    boolean deficit,
    boolean isWindow,
    double mass,
    double massLow,
    double massHigh,
    double low,
    double high,
    double width,
    double z,
    double error,
    double localP,
    double globalP,
    String method) {}
