package org.dipscope.core.histfactory;

/**
 * One outcome of an experiment with a binned model: the observed one, a toy or Asimov data.
 *
 * @param counts events in all bins of all channels, in the order of the model; not negative
 * @param auxiliary the auxiliary measurement of each parameter; anything where there is none
 */
public record BinnedData(double[] counts, double[] auxiliary) {}
