package org.dipscope.neural.significance;

import ai.djl.ndarray.NDArray;

/** The layers of a network: features (batch, feature, bin) &rarr; outputs (batch, output, bin). */
sealed interface Layers permits DipscopeLayers, PublishedLayers {
  NDArray forward(NDArray features);
}
