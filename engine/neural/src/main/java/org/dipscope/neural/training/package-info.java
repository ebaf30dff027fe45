/**
 * What every training needs: the device, parameters with their files, the optimiser, the learning
 * rate, and checkpoints that a killed training goes on from.
 */
@org.jspecify.annotations.NullMarked
package org.dipscope.neural.training;
