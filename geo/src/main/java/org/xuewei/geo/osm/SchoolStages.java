package org.xuewei.geo.osm;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xuewei.data.model.Stage;

/**
 * Stages of a school by its tags {@code isced:level}, {@code school} and {@code school:type}. Names
 * are not read: they say too many things in too many languages. ISCED level 1 is primary, level 2
 * lower secondary.
 */
final class SchoolStages {
  /** The tags that may name stages, each with several values. */
  static final List<String> KEYS = List.of("isced:level", "school", "school:type");

  private static final Pattern LEVELS = Pattern.compile("(\\d)(?:\\s*-\\s*(\\d))?");
  private static final Pattern OTHER =
      Pattern.compile(
          "kindergarten|nursery|pre-?school|pre_?primary|(?:upper|senior|post)[ _-]?secondary"
              + "|(?<!junior[ _-]?)high");
  private static final Pattern PRIMARY = Pattern.compile("primary|elementary|小学");
  private static final Pattern JUNIOR = Pattern.compile("secondary|middle|junior|初中");

  private SchoolStages() {}

  /**
   * The stages named, an empty set when the tags name none; empty when they name only others, such
   * as kindergarten or upper secondary.
   */
  static Optional<Set<Stage>> of(Map<String, String> tags) {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    boolean other = false;
    Matcher level = LEVELS.matcher(tags.getOrDefault("isced:level", ""));
    while (level.find()) {
      int from = level.group(1).charAt(0) - '0';
      int to = level.group(2) == null ? from : level.group(2).charAt(0) - '0';
      if (from <= 1 && to >= 1) {
        stages.add(Stage.PRIMARY);
      }
      if (from <= 2 && to >= 2) {
        stages.add(Stage.JUNIOR);
      }
      other = true;
    }
    if (!other) {
      for (String key : new String[] {"school", "school:type"}) {
        for (String value : tags.getOrDefault(key, "").split("[;,]", 20)) {
          other |= addNamed(value.strip(), stages);
        }
      }
    }
    return stages.isEmpty() && other ? Optional.empty() : Optional.of(stages);
  }

  private static boolean addNamed(String value, Set<Stage> stages) {
    if (OTHER.matcher(value).find()) {
      return true;
    }
    if (PRIMARY.matcher(value).find()) {
      stages.add(Stage.PRIMARY);
    }
    if (JUNIOR.matcher(value).find()) {
      stages.add(Stage.JUNIOR);
    }
    return false;
  }
}
