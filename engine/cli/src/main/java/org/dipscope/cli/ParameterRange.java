package org.dipscope.cli;

import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A parameter and the values at which it is scanned.
 *
 * @param name of the parameter
 * @param values ascending
 */
record ParameterRange(String name, double[] values) {

  /** The position of the parameter in a problem. */
  int index(FitProblem problem) {
    int k = problem.index(name);
    if (problem.parameters().get(k).power() != 1 && values[0] < 0) {
      throw new ProblemException(
          Problem.usage(name + " cannot be negative.", "It enters with a root; scan from 0 on."));
    }
    return k;
  }

  /** NAME=LO:HI:N. */
  static final class Converter implements ITypeConverter<ParameterRange> {
    @Override
    public ParameterRange convert(String text) {
      int at = text.lastIndexOf('=');
      if (at < 1) {
        throw new TypeConversionException(
            NumberText.quoted(text) + " is not of the form NAME=LO:HI:N");
      }
      return new ParameterRange(text.substring(0, at), NumberText.grid(text.substring(at + 1)));
    }
  }
}
