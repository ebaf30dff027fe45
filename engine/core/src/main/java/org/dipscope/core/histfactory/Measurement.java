package org.dipscope.core.histfactory;

import java.util.List;

/**
 * How the parameters of a workspace are to be treated.
 *
 * @param name unique in the workspace
 * @param poi the parameter of interest, empty without
 * @param settings at most one per parameter
 */
public record Measurement(String name, String poi, List<ParameterSettings> settings) {
  /** Takes the settings as they are now. */
  public Measurement {
    settings = List.copyOf(settings);
  }

  /** The settings of a parameter or group, empty ones if there are none. */
  public ParameterSettings settings(String parameter) {
    return settings.stream()
        .filter(s -> s.name().equals(parameter))
        .findFirst()
        .orElseGet(() -> ParameterSettings.none(parameter));
  }
}
