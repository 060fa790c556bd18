package org.xuewei.geo.osm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads OpenStreetMap's {@code population}, which should be a whole number but is also written as
 * "9 513", "9,513", "approx 400" or "约 400 (2011)".
 *
 * @param residents at most 100 million
 * @param exact false when something beside plain digits was there
 */
record PopulationTag(int residents, boolean exact) {
  private static final int LONGEST = 40;
  private static final int MOST = 100_000_000;
  private static final Pattern PLAIN = Pattern.compile("\\d{1,9}");
  private static final Pattern LENIENT =
      Pattern.compile(
          "(?:approx(?:\\.|imately)?|about|around|circa|ca\\.?|c\\.|~|≈|约)?\\s*"
              + "(\\d{1,3}(?:[ ,.'’\\u00a0\\u2009\\u202f]\\d{3})+|\\d{1,9})"
              + "\\s*(?:人|\\(.*\\))?",
          Pattern.CASE_INSENSITIVE);

  static Optional<PopulationTag> parse(String text) {
    String trimmed = text.strip();
    if (trimmed.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher matcher = LENIENT.matcher(trimmed);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long residents = Long.parseLong(matcher.group(1).replaceAll("\\D", ""));
    return residents > MOST
        ? Optional.empty()
        : Optional.of(new PopulationTag((int) residents, PLAIN.matcher(trimmed).matches()));
  }
}
