package org.xuewei.api.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.xuewei.data.model.Action;
import org.xuewei.data.model.CandidateSite;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.Evaluation.Headline;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.School;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.geo.catchment.Catchments;
import org.xuewei.geo.export.map.MapContent;
import org.xuewei.geo.export.map.RoadRank;

/** Puts a plan on an overview map: which shapes, which words. */
final class MapScene {
  private final Messages messages;
  private final Dataset dataset;
  private final Plan plan;

  MapScene(Messages messages, Dataset dataset, Plan plan) {
    this.messages = messages;
    this.dataset = dataset;
    this.plan = plan;
  }

  MapContent content(PlanningRun run, Catchments catchments) {
    return new MapContent(
        heading(run),
        base(),
        catchments.list().stream()
            .map(area -> new MapContent.Catchment(area.schoolId(), area.lonLat()))
            .toList(),
        schools(),
        demand());
  }

  private MapContent.Heading heading(PlanningRun run) {
    Scenario scenario = run.setting().scenario();
    Plan.Header header = plan.header();
    String title = scenario.title().getOrDefault(messages.locale().getLanguage(), scenario.id());
    String subtitle =
        messages.text(
            "map.subtitle",
            messages.text("stage." + run.setting().problems().stage()),
            run.setting().problems().planningYear(),
            scenario.travel().limitMetres());
    return new MapContent.Heading(
        title,
        subtitle,
        figures(run.withoutAction().evaluation().headline(), run.planned().evaluation().headline()),
        new MapContent.Imprint(
            header.attribution(), header.licence(), header.dataDate(), header.planId()));
  }

  private List<MapContent.Figure> figures(Headline nothing, Headline planned) {
    return List.of(
        figure("report.pupils", number(planned.pupils())),
        figure(
            "report.pupilsWithoutSeat",
            number(nothing.pupilsWithoutSeat()) + " \u2192 " + number(planned.pupilsWithoutSeat())),
        figure(
            "report.pupilsBeyondLimit",
            number(nothing.pupilsBeyondLimit()) + " \u2192 " + number(planned.pupilsBeyondLimit())),
        figure("report.seatsBuilt", number(planned.seatsBuilt())),
        figure("report.capital", number(Math.round(messages.money(planned.capitalYuan())))),
        figure("report.pupilsMoved", number(planned.pupilsMoved())));
  }

  private MapContent.Figure figure(String key, String value) {
    return new MapContent.Figure(messages.text(key), value);
  }

  private String number(long value) {
    return String.format(messages.locale(), "%,d", value);
  }

  private MapContent.Base base() {
    return new MapContent.Base(
        dataset.districts().stream()
            .map(d -> new MapContent.District(d.name(), area(d.id())))
            .toList(),
        dataset.shapes().water(),
        dataset.shapes().roads().stream()
            .map(road -> new MapContent.Road(RoadRank.ofHighway(road.roadClass()), road.line()))
            .toList());
  }

  private Geometry area(String districtId) {
    return Objects.requireNonNull(dataset.shapes().districts().get(districtId), districtId);
  }

  private List<MapContent.School> schools() {
    Map<String, LonLat> gates = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    Map<String, String> districtOfSite = new HashMap<>();
    Map<String, String> districts =
        dataset.districts().stream().collect(Collectors.toMap(d -> d.id(), d -> d.name()));
    for (School school : dataset.schools()) {
      gates.put(school.id(), school.gate());
      names.put(school.id(), school.name());
      districtOfSite.put(school.id(), districts.getOrDefault(school.districtId(), ""));
    }
    for (CandidateSite site : dataset.candidates()) {
      gates.put(site.id(), site.gate());
      districtOfSite.put(site.id(), districts.getOrDefault(site.districtId(), ""));
    }
    List<MapContent.School> schools = new ArrayList<>();
    for (Action action : plan.actions()) {
      String name = names.getOrDefault(action.siteId(), "");
      if (name.isEmpty() && action.type() != Action.Type.KEEP) {
        name = districtOfSite.getOrDefault(action.siteId(), "");
      }
      schools.add(
          new MapContent.School(
              Objects.requireNonNull(gates.get(action.siteId())),
              kind(action.type()),
              action.stage() == Stage.PRIMARY ? MapContent.Level.PRIMARY : MapContent.Level.JUNIOR,
              name,
              action.fromClasses(),
              action.toClasses()));
    }
    return schools;
  }

  private static MapContent.Kind kind(Action.Type type) {
    return switch (type) {
      case BUILD, NEW_CAMPUS -> MapContent.Kind.NEW;
      case EXPAND -> MapContent.Kind.EXPANDED;
      default -> MapContent.Kind.KEPT;
    };
  }

  private List<MapContent.Demand> demand() {
    Map<String, Integer> pupils = new TreeMap<>();
    Map<String, Plan.UnservedReason> reasons = new HashMap<>();
    for (Plan.Assignment row : plan.assignments()) {
      pupils.merge(row.demandPointId(), row.pupils(), Integer::sum);
      row.reason().ifPresent(reason -> reasons.put(row.demandPointId(), reason));
    }
    List<MapContent.Demand> demand = new ArrayList<>();
    for (DemandPoint point : dataset.demandPoints()) {
      Integer count = pupils.get(point.id());
      Plan.UnservedReason reason = reasons.get(point.id());
      if (count != null && reason != null) {
        demand.add(
            MapContent.Demand.withoutSeat(
                point.location(), count, messages.text("reason." + reason)));
      } else if (count != null) {
        demand.add(MapContent.Demand.withSeat(point.location(), count));
      }
    }
    return demand;
  }
}
