package dev.housecount.insights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of numbers modulo a prime: what depends on what is the same as with fractions, but for
 * determinants that the prime divides, which matrices of zeros and ones do not have in practice.
 */
final class Matrix {
  private static final long PRIME = 2_147_483_647L;

  private final long[][] rows;

  Matrix(long[][] rows) {
    this.rows = Arrays.stream(rows).map(long[]::clone).toArray(long[][]::new);
  }

  /** How many of the rows are independent. */
  static int rank(List<long[]> rows) {
    Matrix matrix = new Matrix(rows.toArray(long[][]::new));
    return matrix.reduce(rows.get(0).length).size();
  }

  /** A basis of the combinations of rows that are 0 in the first columns. */
  List<long[]> vanishingIn(int columns) {
    int pivots = reduce(columns).size();
    List<long[]> left = new ArrayList<>();
    for (int row = pivots; row < rows.length; row++) {
      left.add(rows[row]);
    }
    return left.isEmpty() ? left : independent(left);
  }

  private static List<long[]> independent(List<long[]> rows) {
    Matrix matrix = new Matrix(rows.toArray(long[][]::new));
    int rank = matrix.reduce(rows.get(0).length).size();
    return Arrays.asList(matrix.rows).subList(0, rank);
  }

  /**
   * What every combination of the rows fulfils from a column on, one equation a row; at least one
   * row, of zeros where anything goes. The rows are 0 before that column.
   */
  long[][] checks(int from) {
    int width = rows[0].length - from;
    long[][] part =
        Arrays.stream(rows)
            .map(row -> Arrays.copyOfRange(row, from, from + width))
            .toArray(long[][]::new);
    Matrix reduced = new Matrix(part);
    List<Integer> pivots = reduced.reduce(width);
    List<long[]> checks = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      if (!pivots.contains(column)) {
        long[] check = new long[width];
        check[column] = 1;
        for (int i = 0; i < pivots.size(); i++) {
          check[pivots.get(i)] = Math.floorMod(-reduced.rows[i][column], PRIME);
        }
        checks.add(check);
      }
    }
    return checks.isEmpty() ? new long[1][width] : checks.toArray(long[][]::new);
  }

  /** Gauss and Jordan, in the first columns; returns the pivots' columns, row by row. */
  private List<Integer> reduce(int columns) {
    List<Integer> pivots = new ArrayList<>();
    for (int column = 0; column < columns && pivots.size() < rows.length; column++) {
      int row = pivots.size();
      int found = row;
      while (found < rows.length && rows[found][column] == 0) {
        found++;
      }
      if (found < rows.length) {
        swap(row, found);
        scale(rows[row], inverse(rows[row][column]));
        clear(row, column);
        pivots.add(column);
      }
    }
    return pivots;
  }

  private void swap(int one, int other) {
    long[] row = rows[one];
    rows[one] = rows[other];
    rows[other] = row;
  }

  private static void scale(long[] row, long factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] = row[i] * factor % PRIME;
    }
  }

  private void clear(int pivot, int column) {
    for (int row = 0; row < rows.length; row++) {
      long factor = rows[row][column];
      if (row != pivot && factor != 0) {
        for (int i = 0; i < rows[row].length; i++) {
          rows[row][i] = Math.floorMod(rows[row][i] - factor * rows[pivot][i] % PRIME, PRIME);
        }
      }
    }
  }

  /** By Fermat's little theorem. */
  private static long inverse(long value) {
    long result = 1;
    long base = value;
    for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
      result = (exponent & 1) == 1 ? result * base % PRIME : result;
      base = base * base % PRIME;
    }
    return result;
  }
}
