package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xuewei.data.model.SchoolUnit;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.Stage;
import org.xuewei.data.standard.Standard;

/**
 * How many classes each school has today: too few in the county seat, about enough in the township
 * seats, more than needed in the villages.
 */
final class SchoolSizing {
  private static final int GRADES_OF_TEACHING_POINT = 3;
  private static final int SPARE_ROOMS_OF_VILLAGE = 3;

  /** Below one half, so that a small county seat lacks seats too. */
  private static final double ROUNDING_DOWN = 0.4;

  private final CountySketch sketch;
  private final SchoolRoll roll;
  private final HenanFigures figures;
  private final Standard standard;
  private final Dice dice;
  private final double withoutSeat;

  /** Seats wanted and classes given to the urban schools so far, by stage. */
  private final Map<Stage, Double> wanted = new HashMap<>();

  private final Map<Stage, Integer> given = new HashMap<>();

  SchoolSizing(
      CountySketch sketch, SchoolRoll roll, long seed, HenanFigures figures, Standard standard) {
    this.sketch = sketch;
    this.roll = roll;
    this.figures = figures;
    this.standard = standard;
    dice = Dice.of(seed, "classes");
    withoutSeat = dice.between(figures.range("schools.urbanPupilsAboveSeats"));
  }

  /** Units of all schools; to be asked once. */
  List<List<SchoolUnit>> units() {
    List<List<SchoolUnit>> units = new ArrayList<>();
    for (int school = 0; school < sketch.schools.size(); school++) {
      List<SchoolUnit> ofSchool = new ArrayList<>();
      for (Stage stage : sketch.schools.get(school).type().stages()) {
        ofSchool.add(unit(school, stage));
      }
      units.add(List.copyOf(ofSchool));
    }
    return units;
  }

  int seats(List<SchoolUnit> units) {
    return units.stream().mapToInt(unit -> unit.classes() * pupilsPerClass(unit.stage())).sum();
  }

  private int pupilsPerClass(Stage stage) {
    return standard.integer("class_size." + stage.key() + ".max");
  }

  private SchoolUnit unit(int school, Stage stage) {
    Settlement settlement = sketch.schools.get(school).settlement();
    boolean teachingPoint = roll.isTeachingPoint(school);
    int firstGrade = stage.bands().get(0).firstGrade();
    int grades = teachingPoint ? GRADES_OF_TEACHING_POINT : stage.grades();
    int most =
        standard.integer("school_size." + stage.key() + ".max_pupils") / pupilsPerClass(stage);
    most -= most % grades;
    int classes = Math.min(most, Math.max(grades, classes(school, stage, grades)));
    int spare = settlement == Settlement.RURAL ? dice.below(SPARE_ROOMS_OF_VILLAGE) : 0;
    return new SchoolUnit(
        stage, firstGrade, firstGrade + grades - 1, classes, classes + spare, false);
  }

  private int classes(int school, Stage stage, int grades) {
    double full = roll.pupils(school, stage) / (double) pupilsPerClass(stage);
    return switch (sketch.schools.get(school).settlement()) {
      case URBAN -> urbanClasses(stage, full * (1 - withoutSeat));
      case TOWN -> wholeYears(grades, full / dice.between(figures.range("schools.townSeatsUsed")));
      case RURAL -> wholeYears(grades, full / figures.number("schools.villageSeatsUsedAtMost"));
    };
  }

  /** As many classes in every grade. */
  private static int wholeYears(int grades, double classes) {
    return grades * (int) Math.ceil(classes / grades);
  }

  /** Rounds the running total, so that the county seat as a whole lacks the intended seats. */
  private int urbanClasses(Stage stage, double classes) {
    double total = wanted.merge(stage, classes, Double::sum);
    int before = given.getOrDefault(stage, 0);
    int parallel = (int) Math.floor((total - before) / stage.grades() + ROUNDING_DOWN);
    int now = stage.grades() * Math.max(1, parallel);
    given.put(stage, before + now);
    return now;
  }
}
