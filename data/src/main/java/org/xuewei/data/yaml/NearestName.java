package org.xuewei.data.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody who mistyped probably meant. */
public final class NearestName {
  private static final int NAMES_LISTED = 20;
  private static final int CHARACTERS_COMPARED = 200;

  private NearestName() {}

  /** {@code ; did you mean "..."?}, or which names there are when none is near. */
  public static String hint(String name, Collection<String> known) {
    return nearest(name, known)
        .map(near -> "; did you mean \"" + near + "\"?")
        .orElseGet(
            () ->
                known.isEmpty() || known.size() > NAMES_LISTED
                    ? ""
                    : ", expected one of " + String.join(", ", known));
  }

  /**
   * The known name with the fewest single-character edits (Levenshtein 1966), at most a third of
   * the name's length or two; of equals the first in the alphabet.
   */
  public static Optional<String> nearest(String name, Collection<String> known) {
    if (name.length() > CHARACTERS_COMPARED) {
      return Optional.empty();
    }
    int editsAtMost = Math.min(Math.max(2, name.length() / 3), name.length() - 1);
    return known.stream()
        .filter(other -> edits(name, other) <= editsAtMost)
        .min(
            Comparator.comparingInt((String other) -> edits(name, other))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      row[column] = column;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, Math.min(diagonal, row[column - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
