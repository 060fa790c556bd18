package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xuewei.data.model.Demand;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.PlacementProblem.Limits;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.Plan.UnservedReason;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.SpreadPrice;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.TravelMatrix.MissingReason;

/** Collects the units of a placement problem and their ways to its sites. */
final class DemandRows {
  private record Arc(int site, int metres, long yuan) {}

  private final List<DemandPoint> points;
  private final Demand demand;
  private final Stage stage;
  private final int year;
  private final TravelMatrix travel;
  private final List<Site> sites;
  private final int[] siteOfTravel;
  private final int[] travelOfSite;
  private final Map<String, Integer> siteIndex = new HashMap<>();
  private final Map<String, String> currentSchool;
  private final Optional<SpreadPrice> spread;

  private final List<DemandUnit> units = new ArrayList<>();
  private final List<Integer> rowStart = new ArrayList<>(List.of(0));
  private final List<Arc> arcs = new ArrayList<>();

  DemandRows(
      List<DemandPoint> points,
      Demand demand,
      Stage stage,
      int year,
      TravelMatrix travel,
      List<Site> sites,
      Map<String, String> currentSchool,
      Optional<SpreadPrice> spread) {
    this.spread = spread;
    this.points = points;
    this.demand = demand;
    this.stage = stage;
    this.year = year;
    this.travel = travel;
    this.sites = sites;
    this.currentSchool = currentSchool;
    for (int site = 0; site < sites.size(); site++) {
      siteIndex.put(sites.get(site).id(), site);
    }
    siteOfTravel =
        travel.siteIds().stream().mapToInt(id -> siteIndex.getOrDefault(id, -1)).toArray();
    travelOfSite = new int[sites.size()];
    for (int column = 0; column < siteOfTravel.length; column++) {
      if (siteOfTravel[column] >= 0) {
        travelOfSite[siteOfTravel[column]] = column;
      }
    }
  }

  /**
   * Makes units of all points with pupils. The parts of a source are one unit when they have at
   * most so many pupils and a site is in reach of all of them.
   */
  void addAll(
      int keepTogetherPupils, CostModel costs, Function<String, Settlement> settlementOfDistrict) {
    Map<String, List<Integer>> pointsOfSource = new LinkedHashMap<>();
    for (int point = 0; point < points.size(); point++) {
      if (pupils(point) > 0) {
        pointsOfSource
            .computeIfAbsent(points.get(point).sourceId(), source -> new ArrayList<>())
            .add(point);
      }
    }
    pointsOfSource.forEach(
        (source, parts) -> {
          int pupils = parts.stream().mapToInt(this::pupils).sum();
          if (pupils <= keepTogetherPupils && !sitesInReachOfAll(parts).isEmpty()) {
            add(source, parts, costs, settlementOfDistrict);
          } else {
            for (int part : parts) {
              add(points.get(part).id(), List.of(part), costs, settlementOfDistrict);
            }
          }
        });
  }

  PlacementProblem problem(Limits limits) {
    PlacementProblem problem =
        new PlacementProblem(
            stage,
            year,
            limits,
            units,
            sites,
            rowStart.stream().mapToInt(Integer::intValue).toArray(),
            arcs.stream().mapToInt(Arc::site).toArray(),
            arcs.stream().mapToInt(Arc::metres).toArray(),
            arcs.stream().mapToLong(Arc::yuan).toArray());
    return spread.map(problem::including).orElse(problem);
  }

  private void add(
      String id,
      List<Integer> parts,
      CostModel costs,
      Function<String, Settlement> settlementOfDistrict) {
    List<Integer> pupilsByBand =
        stage.bands().stream()
            .map(band -> parts.stream().mapToInt(part -> demand.pupils(part, band, year)).sum())
            .toList();
    int pupils = pupilsByBand.stream().mapToInt(Integer::intValue).sum();
    long unservedYuan = pupils * costs.unservedYuanPerPupil();
    OptionalInt currentSite = currentSite(parts);
    List<Arc> row = new ArrayList<>();
    for (int site : sitesInReachOfAll(parts)) {
      boolean moved = currentSite.isPresent() && currentSite.getAsInt() != site;
      long yuan = moved ? pupils * costs.movedYuanPerPupil() : 0;
      int farthest = 0;
      for (int part : parts) {
        int ofPart = travel.metresBetween(part, travelOfSite[site]);
        Settlement settlement = settlementOfDistrict.apply(points.get(part).districtId());
        yuan += costs.wayYuan(pupils(part), ofPart, settlement);
        farthest = Math.max(farthest, ofPart);
      }
      int metres = farthest;
      yuan += spread.map(price -> price.yuan(pupils, metres)).orElse(0L);
      row.add(new Arc(site, metres, Math.min(yuan, unservedYuan)));
    }
    row.sort(Comparator.comparingLong(Arc::yuan).thenComparingInt(Arc::site));
    arcs.addAll(row);
    rowStart.add(arcs.size());
    units.add(
        new DemandUnit(
            id,
            parts.stream().map(part -> points.get(part).id()).toList(),
            pupilsByBand,
            unservedYuan,
            currentSite,
            row.isEmpty() ? Optional.of(whyNoSite(parts.get(0))) : Optional.empty()));
  }

  /** A point that the matrix joins to sites which are no part of the problem is out of reach. */
  private UnservedReason whyNoSite(int point) {
    return switch (travel.missingReason(point).orElse(MissingReason.BEYOND_LIMIT)) {
      case NO_ROAD_NEARBY -> UnservedReason.NO_ROAD_NEARBY;
      case OTHER_COMPONENT -> UnservedReason.OTHER_COMPONENT;
      case BEYOND_LIMIT -> UnservedReason.BEYOND_LIMIT;
    };
  }

  private int pupils(int point) {
    return demand.pupils(point, stage, year);
  }

  /** Site indices, ascending. */
  private List<Integer> sitesInReachOfAll(List<Integer> parts) {
    List<Integer> common = sitesInReach(parts.get(0));
    for (int part : parts.subList(1, parts.size())) {
      common.retainAll(sitesInReach(part));
    }
    return common;
  }

  private List<Integer> sitesInReach(int point) {
    return IntStream.range(travel.rowStart(point), travel.rowStart(point + 1))
        .map(entry -> siteOfTravel[travel.site(entry)])
        .filter(site -> site >= 0)
        .sorted()
        .boxed()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** The site that most of the parts' pupils attend today; the first of equals. */
  private OptionalInt currentSite(List<Integer> parts) {
    Map<Integer, Integer> pupilsBySite = new TreeMap<>();
    for (int part : parts) {
      String school = currentSchool.get(points.get(part).id());
      Integer site = school == null ? null : siteIndex.get(school);
      if (site != null) {
        pupilsBySite.merge(site, pupils(part), Integer::sum);
      }
    }
    OptionalInt current = OptionalInt.empty();
    int most = 0;
    for (Map.Entry<Integer, Integer> entry : pupilsBySite.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        current = OptionalInt.of(entry.getKey());
      }
    }
    return current;
  }
}
