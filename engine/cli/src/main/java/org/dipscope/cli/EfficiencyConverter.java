package org.dipscope.cli;

import org.dipscope.core.physics.spectrum.EfficiencyModel;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An efficiency model by its name in lower case. */
final class EfficiencyConverter implements ITypeConverter<EfficiencyModel> {
  @Override
  public EfficiencyModel convert(String text) {
    return switch (text) {
      case "none" -> EfficiencyModel.NONE;
      case "published" -> EfficiencyModel.PUBLISHED;
      default -> throw new TypeConversionException("'" + text + "' is not none or published");
    };
  }
}
