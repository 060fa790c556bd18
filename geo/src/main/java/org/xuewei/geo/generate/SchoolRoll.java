package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.TravelMatrix;

/**
 * Who goes to which school today: to the nearest that teaches the band. In the county seat a school
 * far above the mean sends pupils on to the next. Where no school is in reach, pupils go to the
 * township's seat, by bus or as boarders.
 */
final class SchoolRoll {
  private static final double MOST_ABOVE_MEAN = 1.3;

  private final List<Plot> schools;
  private final List<Home> homes;
  private final TravelMatrix travel;
  private final int[][] pupilsOfHome;
  private final int[][] pupils;
  private final Set<Integer> teachingPoints = new HashSet<>();

  private SchoolRoll(
      List<Plot> schools, List<Home> homes, TravelMatrix travel, int[][] pupilsOfHome) {
    this.schools = schools;
    this.homes = homes;
    this.travel = travel;
    this.pupilsOfHome = pupilsOfHome;
    pupils = new int[schools.size()][GradeBand.values().length];
  }

  /**
   * @param pupilsOfHome by home and band
   * @param teachingPointShare rural primary schools of which the smallest become teaching points
   * @param pupilsOfTeachingPoint no larger school becomes one
   */
  static SchoolRoll of(
      CountySketch sketch,
      TravelMatrix travel,
      int[][] pupilsOfHome,
      double teachingPointShare,
      int pupilsOfTeachingPoint) {
    SchoolRoll roll = new SchoolRoll(sketch.schools, sketch.homes, travel, pupilsOfHome);
    roll.assign(GradeBand.G1_3);
    roll.assign(GradeBand.G4_6);
    roll.chooseTeachingPoints(teachingPointShare, pupilsOfTeachingPoint);
    for (GradeBand band : GradeBand.values()) {
      roll.assign(band);
    }
    return roll;
  }

  int pupils(int school, GradeBand band) {
    return pupils[school][band.ordinal()];
  }

  int pupils(int school, Stage stage) {
    return stage.bands().stream().mapToInt(band -> pupils(school, band)).sum();
  }

  /** A small rural school that teaches grades 1 to 3. */
  boolean isTeachingPoint(int school) {
    return teachingPoints.contains(school);
  }

  private void chooseTeachingPoints(double share, int pupilsAtMost) {
    List<Integer> rural =
        IntStream.range(0, schools.size())
            .filter(
                k ->
                    schools.get(k).settlement() == Settlement.RURAL
                        && schools.get(k).type() == Plot.Type.PRIMARY)
            .boxed()
            .sorted(Comparator.comparingInt((Integer k) -> pupils(k, Stage.PRIMARY)))
            .toList();
    rural.stream()
        .limit((long) (rural.size() * share))
        .filter(k -> pupils(k, Stage.PRIMARY) <= pupilsAtMost)
        .forEach(teachingPoints::add);
  }

  private boolean teaches(int school, GradeBand band) {
    return schools.get(school).type().stages().stream().anyMatch(s -> s.bands().contains(band))
        && !(band == GradeBand.G4_6 && isTeachingPoint(school));
  }

  private void assign(GradeBand band) {
    for (int[] row : pupils) {
      row[band.ordinal()] = 0;
    }
    double most = MOST_ABOVE_MEAN * meanOfUrbanSchools(band);
    List<Integer> nearestFirst = new ArrayList<>(IntStream.range(0, homes.size()).boxed().toList());
    nearestFirst.sort(Comparator.comparingInt(home -> nearestMetres(home, band)));
    for (int home : nearestFirst) {
      int count = pupilsOfHome[home][band.ordinal()];
      pupils[schoolFor(home, band, count, most)][band.ordinal()] += count;
    }
  }

  private double meanOfUrbanSchools(GradeBand band) {
    int urban = 0;
    for (int home = 0; home < homes.size(); home++) {
      if (isUrban(homes.get(home))) {
        urban += pupilsOfHome[home][band.ordinal()];
      }
    }
    long teaching =
        IntStream.range(0, schools.size()).filter(k -> isUrban(k) && teaches(k, band)).count();
    return urban / (double) Math.max(1, teaching);
  }

  private int nearestMetres(int home, GradeBand band) {
    for (int entry = travel.rowStart(home); entry < travel.rowStart(home + 1); entry++) {
      if (isSchool(travel.site(entry)) && teaches(travel.site(entry), band)) {
        return travel.metres(entry);
      }
    }
    return Integer.MAX_VALUE;
  }

  private static boolean isUrban(Home home) {
    return home.settlement() == Settlement.URBAN;
  }

  private boolean isUrban(int school) {
    return schools.get(school).settlement() == Settlement.URBAN;
  }

  private boolean isSchool(int site) {
    return site < schools.size();
  }

  private int schoolFor(int home, GradeBand band, int count, double mostInTown) {
    boolean urban = isUrban(homes.get(home));
    int first = -1;
    for (int entry = travel.rowStart(home); entry < travel.rowStart(home + 1); entry++) {
      int site = travel.site(entry);
      if (isSchool(site) && teaches(site, band) && (!urban || isUrban(site))) {
        first = first < 0 ? site : first;
        if (!isUrban(site) || pupils(site, band) + count <= mostInTown) {
          return site;
        }
      }
    }
    return first >= 0 ? first : schoolOfTownship(homes.get(home), band);
  }

  private int schoolOfTownship(Home home, GradeBand band) {
    boolean urban = isUrban(home);
    for (int school = 0; school < schools.size(); school++) {
      Plot plot = schools.get(school);
      if (plot.settlement() == (urban ? Settlement.URBAN : Settlement.TOWN)
          && plot.township() == home.township()
          && teaches(school, band)) {
        return school;
      }
    }
    throw new IllegalStateException("no school of " + band + " for " + home.districtId());
  }
}
