/**
 * Bumps and dips over thousands of histograms: candidates, their quality, what repeats at equal
 * mass in categories that share no event, and how significant that is after all that was looked at.
 */
@NullMarked
package org.dipscope.core.triage;

import org.jspecify.annotations.NullMarked;
