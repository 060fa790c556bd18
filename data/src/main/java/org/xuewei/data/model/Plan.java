package org.xuewei.data.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A plan: what is built, how many classes every school has, who goes where. Holds nothing that
 * differs between two equal runs, so that equal plans are equal bytes in {@code plan.json}. Rows
 * are sorted. Immutable.
 */
public record Plan(
    Header header,
    List<Action> actions,
    List<SchoolYear> schools,
    List<Assignment> assignments,
    List<Community> communities,
    List<Group> groups,
    Certificate certificate) {
  public Plan {
    Objects.requireNonNull(header, "header");
    actions = List.copyOf(actions);
    schools = List.copyOf(schools);
    assignments = List.copyOf(assignments);
    communities = List.copyOf(communities);
    groups = List.copyOf(groups);
    Objects.requireNonNull(certificate, "certificate");
  }

  /**
   * @param planId derived from the input hash and the seed
   * @param inputHash SHA-256 over the dataset, the scenario and the rule book, lower-case hex
   */
  public record Header(
      String planId,
      String datasetId,
      String scenarioId,
      String engineVersion,
      long seed,
      String inputHash,
      String standardId,
      int baseYear,
      List<Integer> planningYears,
      String dataDate,
      String attribution,
      String licence) {
    public Header {
      planningYears = List.copyOf(planningYears);
    }
  }

  /** Classes and pupils of a school's stage in a planning year. */
  public record SchoolYear(String schoolId, Stage stage, int year, int classes, int pupils) {}

  /**
   * Where a demand point's pupils of a band go from a planning year until the next; one row, or
   * where schools share a zone, one a school of it.
   *
   * @param schoolId empty when the pupils have no place; then {@code reason} says why
   */
  public record Assignment(
      String demandPointId,
      GradeBand band,
      int year,
      int pupils,
      Optional<String> schoolId,
      OptionalInt metres,
      Optional<UnservedReason> reason) {
    public Assignment {
      if (schoolId.isPresent() == reason.isPresent()) {
        throw new IllegalArgumentException(
            "demand point " + demandPointId + ": either a school or a reason, not both");
      }
    }
  }

  /** Why pupils have no place. */
  public enum UnservedReason {
    NO_ROAD_NEARBY,
    OTHER_COMPONENT,
    BEYOND_LIMIT,
    /** Where catchments must be contiguous: no site's catchment could reach them. */
    NO_CONTIGUOUS_CATCHMENT,
    /** Open schools are in reach, but full. */
    NO_SEAT,
    /** Only candidate sites that the plan does not open are in reach. */
    NO_OPEN_SCHOOL_IN_REACH
  }

  /** A group of schools under one lead (教育集团). */
  public record Group(String id, String leadSchoolId, List<String> memberSchoolIds) {
    public Group {
      memberSchoolIds = List.copyOf(memberSchoolIds);
    }
  }

  /**
   * How good the plan is at least. Objective and bound are yuan a year without what no decision can
   * change.
   *
   * @param fixedYuan what no decision can change: the price of pupils with no candidate in reach
   * @param validFor what the bound is a bound of
   * @param reproducible false when time and not counted effort ended the search, or a process that
   *     solved programs was lost
   * @param aim what was reached of an objective other than cost
   */
  public record Certificate(
      String method,
      long objectiveYuan,
      long lowerBoundYuan,
      long fixedYuan,
      String validFor,
      boolean reproducible,
      Optional<Aim> aim) {
    /** A certificate of cost. */
    public Certificate(
        String method,
        long objectiveYuan,
        long lowerBoundYuan,
        long fixedYuan,
        String validFor,
        boolean reproducible) {
      this(
          method,
          objectiveYuan,
          lowerBoundYuan,
          fixedYuan,
          validFor,
          reproducible,
          Optional.empty());
    }

    /** Of the aim, or else (objective - bound) / objective, 0 when the objective is 0. */
    public double gap() {
      return aim.map(Aim::gap).orElseGet(this::costGap);
    }

    private double costGap() {
      return objectiveYuan == 0 ? 0 : (objectiveYuan - lowerBoundYuan) / (double) objectiveYuan;
    }
  }

  /** The school of every demand point for a band and year. */
  public Map<String, Assignment> assignmentsOf(GradeBand band, int year) {
    return assignments.stream()
        .filter(row -> row.band() == band && row.year() == year)
        .collect(
            java.util.stream.Collectors.toUnmodifiableMap(Assignment::demandPointId, row -> row));
  }
}
