package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.SchoolUnit;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.register.GradeEnrolment;
import org.xuewei.data.model.register.Indicator;
import org.xuewei.data.model.register.SchoolIndicators;
import org.xuewei.data.model.register.SchoolStaff;
import org.xuewei.data.model.register.Subject;
import org.xuewei.data.standard.Standard;
import org.xuewei.geo.osm.LargestRemainder;

/**
 * Pupils by grade, teachers and the seven indicators of every school. Schools of the county seat
 * are rich in teachers and poor in room, village schools the other way round.
 */
final class SchoolRegisters {
  private final CountySketch sketch;
  private final CountyAssembly assembly;
  private final SchoolRoll roll;
  private final CohortModel cohorts;
  private final HenanFigures figures;
  private final Standard standard;
  private final Dice dice;
  private final List<GradeEnrolment> enrolment = new ArrayList<>();
  private final List<SchoolStaff> staff = new ArrayList<>();
  private final List<SchoolIndicators> indicators = new ArrayList<>();

  SchoolRegisters(
      CountySketch sketch,
      CountyAssembly assembly,
      SchoolRoll roll,
      CohortModel cohorts,
      long seed,
      HenanFigures figures,
      Standard standard) {
    this.sketch = sketch;
    this.assembly = assembly;
    this.roll = roll;
    this.cohorts = cohorts;
    this.figures = figures;
    this.standard = standard;
    dice = Dice.of(seed, "registers");
  }

  List<GradeEnrolment> enrolment() {
    return enrolment;
  }

  List<SchoolStaff> staff() {
    return staff;
  }

  List<SchoolIndicators> indicators() {
    return indicators;
  }

  /**
   * Fills the lists; to be called once.
   *
   * @param units of every school
   */
  void fill(List<List<SchoolUnit>> units) {
    for (int school = 0; school < units.size(); school++) {
      for (SchoolUnit unit : units.get(school)) {
        addGrades(school, unit);
        Map<Indicator, Integer> amounts = amounts(school, unit.stage());
        int pupils = roll.pupils(school, unit.stage());
        indicators.add(
            new SchoolIndicators(assembly.schoolId(school), unit.stage(), pupils, amounts));
        int specialists = amounts.getOrDefault(Indicator.PE_ARTS_TEACHERS, 0);
        staff.add(staff(school, unit, specialists));
      }
    }
  }

  private void addGrades(int school, SchoolUnit unit) {
    int grades = unit.lastGrade() - unit.firstGrade() + 1;
    for (GradeBand band : unit.stage().bands()) {
      if (band.firstGrade() > unit.lastGrade()) {
        continue;
      }
      int[] pupils =
          LargestRemainder.divide(
              roll.pupils(school, band), cohorts.gradeShares(band, cohorts.baseYear()));
      for (int k = 0; k < pupils.length; k++) {
        enrolment.add(
            new GradeEnrolment(
                assembly.schoolId(school),
                band.firstGrade() + k,
                unit.classes() / grades,
                pupils[k]));
      }
    }
  }

  private Map<Indicator, Integer> amounts(int school, Stage stage) {
    Map<Indicator, Integer> amounts = new EnumMap<>(Indicator.class);
    String settlement = sketch.schools.get(school).settlement().key();
    for (Indicator indicator : Indicator.values()) {
      double norm = standard.decimal(indicator.rule(stage)) / indicator.perPupils();
      double share =
          dice.between(figures.range("indicators." + indicator.key() + "." + settlement));
      amounts.put(indicator, (int) Math.round(norm * share * roll.pupils(school, stage)));
    }
    return amounts;
  }

  /**
   * @param specialists teachers of physical education and the arts
   */
  private SchoolStaff staff(int school, SchoolUnit unit, int specialists) {
    Settlement settlement = sketch.schools.get(school).settlement();
    int pupils = roll.pupils(school, unit.stage());
    double posts = pupils / standard.decimal("staffing.pupils_per_staff." + unit.stage().key());
    if (pupils
        < standard.integer("staffing.small_school_min_staff_per_class.applies_below_pupils")) {
      double perClass = standard.decimal("staffing.small_school_min_staff_per_class.value");
      posts = Math.max(posts, unit.classes() * perClass);
    }
    int wholePosts = (int) Math.ceil(posts);
    double filled = dice.between(figures.range("staff.postsFilled." + settlement.key()));
    int total = Math.max(specialists + 1, (int) Math.round(wholePosts * filled));
    Map<Subject, Integer> teachers = new EnumMap<>(Subject.class);
    teachers.put(Subject.PE, specialists - specialists / 2);
    teachers.put(Subject.ARTS, specialists / 2);
    int left = total - specialists;
    double scarcity = figures.number("staff.specialists." + settlement.key());
    for (Subject subject :
        List.of(
            Subject.POLITICS,
            Subject.SCIENCE,
            Subject.LABOUR,
            Subject.MENTAL_HEALTH,
            Subject.SPECIAL_NEEDS)) {
      double share = figures.number("staff.subjects." + subject.key()) * scarcity;
      int count = Math.min(left, (int) Math.round(total * share * dice.between(0.7, 1.3)));
      teachers.put(subject, count);
      left -= count;
    }
    teachers.put(Subject.OTHER, left);
    return new SchoolStaff(assembly.schoolId(school), unit.stage(), wholePosts, teachers);
  }
}
