/**
 * The ROOT file format: histograms, graphs, trees and ntuples read, one- and two-dimensional
 * histograms written.
 *
 * <p>Objects are read as the streamer information inside the file describes them. Every length,
 * count and offset is compared with the bytes at hand before anything is allocated for it.
 */
@NullMarked
package org.dipscope.core.format.root;

import org.jspecify.annotations.NullMarked;
