package org.xuewei.planner.placement;

import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.Stage;
import org.xuewei.data.standard.Standard;

/**
 * What schools and ways cost, in yuan, by the rule book's {@code costs} and building norms for one
 * stage. Immutable.
 */
final class CostModel {
  private final Standard standard;
  private final Stage stage;
  private final int pupilsPerClass;
  private final NavigableMap<Integer, Double> floorSquareMetresPerPupil;
  private final double landSquareMetresPerPupil;
  private final double annuity;
  private final long runningYuanPerClass;
  private final double yuanPerPupilMetre;
  private final double yuanPerPupilMetreBeyondRadius;

  CostModel(Standard standard, Stage stage) {
    this.standard = standard;
    this.stage = stage;
    pupilsPerClass = standard.integer("class_size." + stage.key() + ".max");
    floorSquareMetresPerPupil =
        new TreeMap<>(
            standard.numbersByInteger("site.building_m2_per_pupil_planning." + stage.key()));
    landSquareMetresPerPupil =
        standard.decimal("site.land_m2_per_pupil.planning_default." + stage.key());
    annuity =
        annuity(
            standard.decimal("costs.annualisation.rate"),
            standard.integer("costs.annualisation.building_years"));
    runningYuanPerClass =
        Math.round(standard.decimal("costs.running_yuan_per_class_year." + stage.key()));
    double trips = standard.decimal("costs.one_way_trips_per_year.value");
    yuanPerPupilMetre = standard.decimal("costs.travel_yuan_per_pupil_km.value") * trips / 1000;
    yuanPerPupilMetreBeyondRadius =
        standard.decimal("costs.beyond_radius_yuan_per_pupil_km.value") * trips / 1000;
  }

  /** Yearly payment that repays one yuan over the years at the rate. */
  static double annuity(double rate, int years) {
    return rate == 0 ? 1.0 / years : rate / (1 - Math.pow(1 + rate, -years));
  }

  int pupilsPerClass() {
    return pupilsPerClass;
  }

  long unservedYuanPerPupil() {
    return Math.round(standard.decimal("costs.unserved_pupil_yuan_per_year.value"));
  }

  long movedYuanPerPupil() {
    return Math.round(standard.decimal("costs.pupil_moved_yuan.value"));
  }

  /** Site area that a new school of this many classes takes. */
  double siteSquareMetres(int classes) {
    return classes * pupilsPerClass * landSquareMetresPerPupil;
  }

  /** A school as it is: nothing to pay beyond what is paid anyway. */
  Size kept(int classes) {
    return new Size(classes, 0, 0);
  }

  Size extended(int fromClasses, int toClasses) {
    int added = toClasses - fromClasses;
    double floor = added * pupilsPerClass * floorSquareMetresPerPupil(toClasses);
    long capital = Math.round(floor * standard.decimal("costs.extension_yuan_per_m2.value"));
    return new Size(
        toClasses, Math.round(capital * annuity) + added * runningYuanPerClass, capital);
  }

  Size built(int classes, Settlement settlement) {
    double floor = classes * pupilsPerClass * floorSquareMetresPerPupil(classes);
    double building = floor * standard.decimal("costs.new_building_yuan_per_m2.value");
    double land =
        siteSquareMetres(classes) * standard.decimal("costs.land_yuan_per_m2." + settlement.key());
    long capital = Math.round(building + land);
    long running =
        classes * runningYuanPerClass
            + Math.round(standard.decimal("costs.running_yuan_per_school_year.value"));
    return new Size(classes, Math.round(capital * annuity) + running, capital);
  }

  /** Price a year of a way, dearer beyond the service radius of the pupils' settlement. */
  long wayYuan(int pupils, int metres, Settlement settlement) {
    OptionalInt radius = radiusMetres(settlement);
    int beyond = radius.isPresent() ? Math.max(0, metres - radius.getAsInt()) : 0;
    return Math.round(
        pupils * (metres * yuanPerPupilMetre + beyond * yuanPerPupilMetreBeyondRadius));
  }

  /**
   * Service radius (服务半径). Township seats follow the rural norm, as in 建标109; there is none for
   * rural junior schools.
   */
  OptionalInt radiusMetres(Settlement settlement) {
    if (settlement == Settlement.URBAN) {
      return OptionalInt.of(standard.integer("catchment.urban." + stage.key() + ".radius_m"));
    }
    return stage == Stage.PRIMARY
        ? OptionalInt.of(standard.integer("catchment.rural.plain_primary_radius_m.value"))
        : OptionalInt.empty();
  }

  /** The norm of the next smaller module size, or of the smallest. */
  private double floorSquareMetresPerPupil(int classes) {
    var entry = floorSquareMetresPerPupil.floorEntry(classes);
    return (entry == null ? floorSquareMetresPerPupil.firstEntry() : entry).getValue();
  }
}
