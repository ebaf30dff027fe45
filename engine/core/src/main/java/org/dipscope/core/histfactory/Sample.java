package org.dipscope.core.histfactory;

import java.util.List;
import org.dipscope.core.histogram.Values;

/**
 * A process in a channel.
 *
 * @param name unique in its channel
 * @param nominal events per bin, of any sign
 * @param modifiers what changes them
 */
public record Sample(String name, Values nominal, List<Modifier> modifiers) {
  /** Takes the modifiers as they are now. */
  public Sample {
    modifiers = List.copyOf(modifiers);
  }
}
