package org.xuewei.geo.export.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xuewei.geo.export.map.MapContent.Figure;
import org.xuewei.geo.export.map.MapContent.Kind;
import org.xuewei.geo.export.map.MapContent.Level;
import org.xuewei.geo.export.map.MapContent.School;

class SidePanelTest {
  @Test
  void figuresStandInPairsAndStayWithinTheirHeight() {
    List<Figure> figures = Collections.nCopies(9, new Figure("seats added", "1,485"));

    double oneRow = new FigureGrid(figures.subList(0, 2), 1000).height();

    assertThat(new FigureGrid(figures.subList(0, 3), 1000).height()).isEqualTo(2 * oneRow);
    assertThat(new FigureGrid(figures, 2.5 * oneRow).height()).isEqualTo(2 * oneRow);
    assertThat(new FigureGrid(figures, -5).height()).isZero();
    assertThat(new FigureGrid(List.of(), 1000).height()).isZero();
  }

  @Test
  void actionsLeaveOutKeptSchools() {
    School kept = school(Kind.KEPT);
    School built = school(Kind.NEW);

    double one = new ActionList(List.of(kept, built), MapText.ENGLISH, 1000).height();
    double two = new ActionList(List.of(built, kept, built), MapText.ENGLISH, 1000).height();

    assertThat(two).isEqualTo(2 * one).isPositive();
    assertThat(new ActionList(List.of(kept), MapText.ENGLISH, 1000).height()).isZero();
  }

  @Test
  void actionsStayWithinTheirHeight() {
    List<School> many = Collections.nCopies(50, school(Kind.EXPANDED));

    assertThat(new ActionList(many, MapText.ENGLISH, 200).height())
        .isPositive()
        .isLessThanOrEqualTo(200);
    assertThat(new ActionList(many, MapText.ENGLISH, -1).height()).isZero();
  }

  @Test
  void actionsOfBothKindsAreNamedWhereNotAllFindRoom() {
    List<School> schools = new ArrayList<>(Collections.nCopies(10, school(Kind.NEW)));
    schools.addAll(Collections.nCopies(8, school(Kind.EXPANDED)));

    // nine rows of 25: eight schools, and how many more
    assertThat(new ActionList(schools, MapText.ENGLISH, 230).shown())
        .extracting(School::kind)
        .containsExactly(
            Kind.NEW,
            Kind.NEW,
            Kind.NEW,
            Kind.NEW,
            Kind.EXPANDED,
            Kind.EXPANDED,
            Kind.EXPANDED,
            Kind.EXPANDED);
    // seven expanded and one new: all
    assertThat(new ActionList(schools.subList(9, 17), MapText.ENGLISH, 230).shown()).hasSize(8);
  }

  @Test
  void legendExplainsOnlyWhatIsOnTheMap() {
    MapContent nothing = MadeUpCounty.withSchools(List.of());
    MapContent schools = MadeUpCounty.withSchools(List.of(school(Kind.NEW)));

    double empty = new Legend(nothing, MapText.ENGLISH).height();
    double one = new Legend(schools, MapText.ENGLISH).height();
    double all = new Legend(MadeUpCounty.content(), MapText.ENGLISH).height();

    assertThat(empty).isZero();
    assertThat(one).isBetween(1.0, all - 1);
  }

  private static School school(Kind kind) {
    return new School(MadeUpCounty.MIDDLE, kind, Level.PRIMARY, "School", 6, 12);
  }
}
