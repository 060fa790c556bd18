package org.xuewei.geo.layer;

import static org.xuewei.geo.layer.Column.integer;
import static org.xuewei.geo.layer.Column.text;

import java.util.ArrayList;
import java.util.List;
import org.xuewei.data.model.register.Indicator;
import org.xuewei.data.model.register.Subject;

/** The tables of a county's registers. */
final class RegisterTables {
  static final Table DEMAND =
      Table.ofAttributes(
          "demand", text("point_id"), text("band"), integer("first_year"), text("pupils"));

  static final Table ENROLMENT =
      Table.ofAttributes(
          "enrolment", text("school_id"), integer("grade"), integer("classes"), integer("pupils"));

  static final Table STAFF = staff();
  static final Table INDICATORS = indicators();

  static final Table DELIVERIES =
      Table.ofAttributes(
          "deliveries",
          text("source_id"),
          text("point_id"),
          integer("phase"),
          text("delivery"),
          integer("dwellings"));

  static final Table COHORTS =
      Table.ofAttributes(
          "cohorts",
          text("district_id"),
          integer("entry_year"),
          integer("expected_pupils"),
          integer("pupils"));

  static final List<Table> ALL = List.of(DEMAND, ENROLMENT, STAFF, INDICATORS, DELIVERIES, COHORTS);

  private RegisterTables() {}

  private static Table staff() {
    List<Column> columns =
        new ArrayList<>(List.of(text("school_id"), text("stage"), integer("posts")));
    for (Subject subject : Subject.values()) {
      columns.add(integer(subject.key()));
    }
    return new Table("staff", "", List.copyOf(columns));
  }

  private static Table indicators() {
    List<Column> columns =
        new ArrayList<>(List.of(text("school_id"), text("stage"), integer("pupils")));
    for (Indicator indicator : Indicator.values()) {
      columns.add(integer(indicator.key()));
    }
    return new Table("indicators", "", List.copyOf(columns));
  }
}
