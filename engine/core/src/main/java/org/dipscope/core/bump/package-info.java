/**
 * Bumps and dips in mass spectra: how significant each is, without a network.
 *
 * <p>A signed z per bin answers "how many standard deviations would a Gaussian signal centred here
 * be away from none"; what differs between estimators is what they take for the background.
 */
@NullMarked
package org.dipscope.core.bump;

import org.jspecify.annotations.NullMarked;
