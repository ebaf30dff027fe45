package org.dipscope.core.math;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** Linear equations with a small symmetric matrix. */
public final class SymmetricSystem {
  private SymmetricSystem() {}

  /**
   * The shortest x that solves A x = b as well as possible; directions without any weight in A stay
   * at zero.
   *
   * @param matrix A, square and finite
   * @param right b
   */
  public static double[] solve(double[][] matrix, double[] right) {
    return new SingularValueDecomposition(new Array2DRowRealMatrix(matrix))
        .getSolver()
        .solve(new ArrayRealVector(right))
        .toArray();
  }
}
