package dev.housecount.insights;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody can compute who knows the members of every set whose sum is told: by exact
 * fractions, and trying every few people.
 */
final class Attack {
  private Attack() {}

  /** Some people, fewer than allowed, about whom alone a combination of the sums tells. */
  static Optional<List<Integer>> few(List<Set<Integer>> told, int people, int fewest) {
    int rank = rank(told, people, List.of());
    return choices(people, fewest - 1, new ArrayList<>()).stream()
        .filter(few -> rank(told, people, few) < rank)
        .findFirst();
  }

  private static List<List<Integer>> choices(int people, int most, List<Integer> chosen) {
    List<List<Integer>> all = new ArrayList<>();
    if (chosen.size() == most) {
      all.add(List.copyOf(chosen));
      return all;
    }
    int next = chosen.isEmpty() ? 0 : chosen.get(chosen.size() - 1) + 1;
    for (int person = next; person < people; person++) {
      chosen.add(person);
      all.addAll(choices(people, most, chosen));
      chosen.remove(chosen.size() - 1);
    }
    return all;
  }

  /** Of the sets as rows of zeros and ones, without some people's columns. */
  private static int rank(List<Set<Integer>> told, int people, List<Integer> without) {
    List<BigInteger[]> rows = new ArrayList<>();
    for (Set<Integer> set : told) {
      BigInteger[] row = new BigInteger[people];
      for (int person = 0; person < people; person++) {
        boolean in = set.contains(person) && !without.contains(person);
        row[person] = in ? BigInteger.ONE : BigInteger.ZERO;
      }
      rows.add(row);
    }
    return rank(rows, people);
  }

  private static int rank(List<BigInteger[]> rows, int columns) {
    int rank = 0;
    for (int column = 0; column < columns && rank < rows.size(); column++) {
      int pivot = rank;
      while (pivot < rows.size() && rows.get(pivot)[column].signum() == 0) {
        pivot++;
      }
      if (pivot < rows.size()) {
        BigInteger[] row = rows.get(pivot);
        rows.set(pivot, rows.get(rank));
        rows.set(rank, row);
        for (int other = rank + 1; other < rows.size(); other++) {
          subtract(rows.get(other), row, column);
        }
        rank++;
      }
    }
    return rank;
  }

  private static void subtract(BigInteger[] from, BigInteger[] row, int column) {
    BigInteger factor = from[column];
    for (int i = 0; i < from.length; i++) {
      from[i] = from[i].multiply(row[column]).subtract(row[i].multiply(factor));
    }
  }
}
