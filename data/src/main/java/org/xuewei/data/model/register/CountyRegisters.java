package org.xuewei.data.model.register;

import java.util.List;
import java.util.Objects;
import org.xuewei.data.model.Demand;

/** The lists of one county, each in the order of its ids. Immutable. */
public record CountyRegisters(
    Demand demand,
    List<GradeEnrolment> enrolment,
    List<SchoolStaff> staff,
    List<SchoolIndicators> indicators,
    List<DeliveryPhase> deliveries,
    List<Cohort> cohorts) {
  public CountyRegisters {
    Objects.requireNonNull(demand, "demand");
    enrolment = List.copyOf(enrolment);
    staff = List.copyOf(staff);
    indicators = List.copyOf(indicators);
    deliveries = List.copyOf(deliveries);
    cohorts = List.copyOf(cohorts);
  }
}
