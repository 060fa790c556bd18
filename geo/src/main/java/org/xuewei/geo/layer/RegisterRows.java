package org.xuewei.geo.layer;

import static org.xuewei.geo.layer.RegisterTables.COHORTS;
import static org.xuewei.geo.layer.RegisterTables.DELIVERIES;
import static org.xuewei.geo.layer.RegisterTables.DEMAND;
import static org.xuewei.geo.layer.RegisterTables.ENROLMENT;
import static org.xuewei.geo.layer.RegisterTables.INDICATORS;
import static org.xuewei.geo.layer.RegisterTables.STAFF;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xuewei.data.model.Demand;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.HalfYear;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.register.Cohort;
import org.xuewei.data.model.register.CountyRegisters;
import org.xuewei.data.model.register.DeliveryPhase;
import org.xuewei.data.model.register.GradeEnrolment;
import org.xuewei.data.model.register.Indicator;
import org.xuewei.data.model.register.SchoolIndicators;
import org.xuewei.data.model.register.SchoolStaff;
import org.xuewei.data.model.register.Subject;

/** A county's registers as rows of their tables, and back. */
final class RegisterRows {
  private static final TypeReference<List<Integer>> NUMBERS = new TypeReference<>() {};

  private RegisterRows() {}

  /** Rows by table, tables in the order of {@link RegisterTables#ALL}. */
  static Map<Table, List<Row>> of(CountyRegisters registers) {
    Map<Table, List<Row>> tables = new LinkedHashMap<>();
    tables.put(DEMAND, demandRows(registers.demand()));
    tables.put(
        ENROLMENT,
        list(
            registers.enrolment(),
            e -> ENROLMENT.row(null, e.schoolId(), e.grade(), e.classes(), e.pupils())));
    tables.put(STAFF, list(registers.staff(), RegisterRows::row));
    tables.put(INDICATORS, list(registers.indicators(), RegisterRows::row));
    tables.put(
        DELIVERIES,
        list(
            registers.deliveries(),
            d ->
                DELIVERIES.row(
                    null,
                    d.sourceId(),
                    d.pointId(),
                    d.number(),
                    d.delivery().toString(),
                    d.dwellings())));
    tables.put(
        COHORTS,
        list(
            registers.cohorts(),
            c -> COHORTS.row(null, c.districtId(), c.entryYear(), c.expectedPupils(), c.pupils())));
    return tables;
  }

  private static List<Row> demandRows(Demand demand) {
    List<Row> rows = new ArrayList<>();
    for (int point = 0; point < demand.pointIds().size(); point++) {
      for (GradeBand band : GradeBand.values()) {
        int here = point;
        List<Integer> pupils =
            IntStream.rangeClosed(demand.firstYear(), demand.lastYear())
                .mapToObj(year -> demand.pupils(here, band, year))
                .toList();
        rows.add(
            DEMAND.row(
                null,
                demand.pointIds().get(point),
                band.name(),
                demand.firstYear(),
                JsonColumn.write(pupils)));
      }
    }
    return rows;
  }

  private static Row row(SchoolStaff staff) {
    List<Object> values =
        new ArrayList<>(List.of(staff.schoolId(), staff.stage().name(), staff.posts()));
    for (Subject subject : Subject.values()) {
      values.add(staff.teachers(subject));
    }
    return new Row(STAFF, null, List.copyOf(values));
  }

  private static Row row(SchoolIndicators school) {
    List<Object> values =
        new ArrayList<>(List.of(school.schoolId(), school.stage().name(), school.pupils()));
    for (Indicator indicator : Indicator.values()) {
      values.add(school.amount(indicator));
    }
    return new Row(INDICATORS, null, List.copyOf(values));
  }

  /**
   * The registers of the rows.
   *
   * @throws IllegalArgumentException if the rows contradict each other
   */
  static CountyRegisters registers(Map<Table, List<Row>> tables) {
    return new CountyRegisters(
        demand(rows(tables, DEMAND)),
        list(
            rows(tables, ENROLMENT),
            row ->
                new GradeEnrolment(
                    row.text("school_id"),
                    row.integer("grade"),
                    row.integer("classes"),
                    row.integer("pupils"))),
        list(rows(tables, STAFF), RegisterRows::staff),
        list(rows(tables, INDICATORS), RegisterRows::indicators),
        list(
            rows(tables, DELIVERIES),
            row ->
                new DeliveryPhase(
                    row.text("source_id"),
                    row.text("point_id"),
                    row.integer("phase"),
                    HalfYear.parse(row.text("delivery")),
                    row.integer("dwellings"))),
        list(
            rows(tables, COHORTS),
            row ->
                new Cohort(
                    row.text("district_id"),
                    row.integer("entry_year"),
                    row.integer("expected_pupils"),
                    row.integer("pupils"))));
  }

  private static Demand demand(List<Row> rows) {
    int bands = GradeBand.values().length;
    if (rows.isEmpty() || rows.size() % bands != 0) {
      throw new IllegalArgumentException("demand has not a row for each point and band");
    }
    int firstYear = rows.get(0).integer("first_year");
    List<String> ids = new ArrayList<>();
    int[][][] pupils = new int[rows.size() / bands][bands][];
    for (int k = 0; k < rows.size(); k++) {
      Row row = rows.get(k);
      GradeBand band = row.oneOf(GradeBand.class, "band");
      if (band.ordinal() != k % bands || row.integer("first_year") != firstYear) {
        throw new IllegalArgumentException("demand, row " + (k + 1) + ": out of order");
      }
      if (band.ordinal() == 0) {
        ids.add(row.text("point_id"));
      }
      pupils[k / bands][band.ordinal()] =
          JsonColumn.read(row.text("pupils"), NUMBERS).stream()
              .mapToInt(Integer::intValue)
              .toArray();
    }
    return new Demand(ids, firstYear, firstYear + pupils[0][0].length - 1, pupils);
  }

  private static SchoolStaff staff(Row row) {
    Map<Subject, Integer> teachers = new EnumMap<>(Subject.class);
    for (Subject subject : Subject.values()) {
      teachers.put(subject, row.integer(subject.key()));
    }
    return new SchoolStaff(
        row.text("school_id"), row.oneOf(Stage.class, "stage"), row.integer("posts"), teachers);
  }

  private static SchoolIndicators indicators(Row row) {
    Map<Indicator, Integer> amounts = new EnumMap<>(Indicator.class);
    for (Indicator indicator : Indicator.values()) {
      amounts.put(indicator, row.integer(indicator.key()));
    }
    return new SchoolIndicators(
        row.text("school_id"), row.oneOf(Stage.class, "stage"), row.integer("pupils"), amounts);
  }

  private static List<Row> rows(Map<Table, List<Row>> tables, Table table) {
    return tables.getOrDefault(table, List.of());
  }

  private static <T, R> List<R> list(List<T> items, Function<T, R> change) {
    return items.stream().map(change).collect(Collectors.toList());
  }
}
