package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Plan.UnservedReason;

/**
 * A placement problem in which some schools share one zone (多校划片): its pupils are spread over them
 * by their seats. The zone is one place with the seats of its schools together. A unit reaches it
 * when it reaches all of them, and its way costs the mean over the schools, weighted by their seats
 * of today: no pupil knows which of them he gets. Classes by grade are counted for the zone as a
 * whole. Immutable.
 */
public final class SharedZones {
  private static final String JOIN = "+";

  private record Arc(int site, int metres, long yuan) {}

  /** Sizes of the members that together are one size of the zone. */
  private record Combination(long yuan, long capital, List<Integer> classes) {
    Combination and(Size size) {
      List<Integer> more = new ArrayList<>(classes);
      more.add(size.classes());
      return new Combination(yuan + size.yuanPerYear(), capital + size.capitalYuan(), more);
    }
  }

  private final PlacementProblem schools;
  private final PlacementProblem problem;
  private final List<List<Integer>> members = new ArrayList<>();
  private final List<Map<Integer, List<Integer>>> classesOfMembers = new ArrayList<>();
  private final int[] placeOf;
  private final Map<String, String> zoneOfSchool = new HashMap<>();

  private SharedZones(PlacementProblem schools, List<List<String>> zones) {
    this.schools = schools;
    this.placeOf = new int[schools.sites().size()];
    Map<String, Integer> siteIndex = new HashMap<>();
    for (int site = 0; site < placeOf.length; site++) {
      siteIndex.put(schools.sites().get(site).id(), site);
    }
    Map<Integer, List<Integer>> zoneOfFirst = new HashMap<>();
    for (List<String> zone : zones) {
      List<Integer> sites =
          zone.stream().map(id -> Objects.requireNonNull(siteIndex.get(id), id)).sorted().toList();
      zoneOfFirst.put(sites.get(0), sites);
      String id =
          sites.stream()
              .map(site -> schools.sites().get(site).id())
              .collect(Collectors.joining(JOIN));
      zone.forEach(school -> zoneOfSchool.put(school, id));
    }
    List<Site> places = new ArrayList<>();
    for (int site = 0; site < placeOf.length; site++) {
      List<Integer> own = zoneOfFirst.getOrDefault(site, List.of(site));
      if (own.size() > 1 || !zoneOfSchool.containsKey(schools.sites().get(site).id())) {
        for (int member : own) {
          placeOf[member] = places.size();
        }
        members.add(own);
        places.add(place(own));
      }
    }
    this.problem = zones.isEmpty() ? schools : merged(places);
  }

  /**
   * @param schools without contiguity where there are zones
   * @param zones ids of schools of today in the problem, none of them twice
   */
  public static SharedZones of(PlacementProblem schools, List<List<String>> zones) {
    return new SharedZones(schools, zones);
  }

  /** The problem that this was made from. */
  PlacementProblem schools() {
    return schools;
  }

  /** The problem with one site a zone, and the others as they are. */
  public PlacementProblem problem() {
    return problem;
  }

  /** Zone by school; schools with a zone of their own are absent. */
  public Map<String, String> zoneOfSchool() {
    return Map.copyOf(zoneOfSchool);
  }

  /** Ids of schools by zone, in the order of the problem's sites. */
  public Map<String, List<String>> schoolsOfZone() {
    Map<String, List<String>> byZone = new TreeMap<>();
    for (Site school : schools.sites()) {
      String zone = zoneOfSchool.get(school.id());
      if (zone != null) {
        byZone.computeIfAbsent(zone, id -> new ArrayList<>()).add(school.id());
      }
    }
    return byZone;
  }

  /** Zones that stay empty: no unit reaches all of their schools. */
  public List<String> zonesOutOfReach() {
    BitSet reached = new BitSet();
    IntStream.range(0, problem.arcs()).map(problem::arcSite).forEach(reached::set);
    return IntStream.range(0, members.size())
        .filter(place -> members.get(place).size() > 1 && !reached.get(place))
        .mapToObj(place -> problem.sites().get(place).id())
        .toList();
  }

  /** A solution of {@link #problem} for the schools; the units of a zone go to its first. */
  PlacementResult ofSchools(PlacementResult ofZones) {
    int[] classes = new int[placeOf.length];
    for (int place = 0; place < members.size(); place++) {
      List<Integer> chosen =
          classesOfMembers.get(place).getOrDefault(ofZones.classes(place), List.of(0));
      for (int k = 0; k < chosen.size(); k++) {
        classes[members.get(place).get(k)] = chosen.get(k);
      }
    }
    int[] siteOf =
        IntStream.range(0, schools.units().size())
            .map(ofZones::siteOf)
            .map(place -> place < 0 ? place : members.get(place).get(0))
            .toArray();
    return ofZones.at(siteOf, classes);
  }

  /** The cheapest sizes of the schools for every total of classes. */
  private Site place(List<Integer> own) {
    Map<Integer, Combination> byTotal = new TreeMap<>();
    byTotal.put(0, new Combination(0, 0, List.of()));
    for (int member : own) {
      Map<Integer, Combination> next = new TreeMap<>();
      byTotal.forEach(
          (total, before) ->
              schools
                  .sites()
                  .get(member)
                  .sizes()
                  .forEach(
                      size -> next.merge(total + size.classes(), before.and(size), this::cheaper)));
      byTotal.clear();
      byTotal.putAll(next);
    }
    Site first = schools.sites().get(own.get(0));
    classesOfMembers.add(
        byTotal.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().classes())));
    if (own.size() == 1) {
      return first;
    }
    List<Size> sizes = new ArrayList<>();
    byTotal.forEach((total, one) -> sizes.add(new Size(total, one.yuan(), one.capital())));
    return new Site(Objects.requireNonNull(zoneOfSchool.get(first.id())), true, sizes);
  }

  private Combination cheaper(Combination first, Combination second) {
    Comparator<Combination> order =
        Comparator.comparingLong(Combination::yuan).thenComparingLong(Combination::capital);
    return order.compare(first, second) <= 0 ? first : second;
  }

  private PlacementProblem merged(List<Site> places) {
    List<DemandUnit> units = new ArrayList<>();
    List<Arc> arcs = new ArrayList<>();
    int[] rowStart = new int[schools.units().size() + 1];
    for (int unit = 0; unit < schools.units().size(); unit++) {
      int from = arcs.size();
      for (int place = 0; place < members.size(); place++) {
        arc(unit, place).ifPresent(arcs::add);
      }
      arcs.subList(from, arcs.size())
          .sort(Comparator.comparingLong(Arc::yuan).thenComparingInt(Arc::site));
      rowStart[unit + 1] = arcs.size();
      units.add(unit(schools.units().get(unit), arcs.size() == from));
    }
    return new PlacementProblem(
        schools.stage(),
        schools.year(),
        schools.limits(),
        units,
        places,
        rowStart,
        arcs.stream().mapToInt(Arc::site).toArray(),
        arcs.stream().mapToInt(Arc::metres).toArray(),
        arcs.stream().mapToLong(Arc::yuan).toArray());
  }

  /** The way to all schools of a place; empty when one of them is out of reach. */
  private Optional<Arc> arc(int unit, int place) {
    int metres = 0;
    long yuan = 0;
    long seats = 0;
    for (int member : members.get(place)) {
      int arc = schools.findArc(unit, member);
      if (arc < 0) {
        return Optional.empty();
      }
      int weight = schools.sites().get(member).sizes().get(0).classes();
      metres = Math.max(metres, schools.arcMetres(arc));
      yuan = Math.addExact(yuan, Math.multiplyExact(weight, schools.arcYuan(arc)));
      seats += weight;
    }
    return Optional.of(new Arc(place, metres, (yuan + seats / 2) / seats));
  }

  private DemandUnit unit(DemandUnit unit, boolean unreached) {
    OptionalInt current =
        unit.currentSite().isPresent()
            ? OptionalInt.of(placeOf[unit.currentSite().getAsInt()])
            : OptionalInt.empty();
    return new DemandUnit(
        unit.id(),
        unit.pointIds(),
        unit.pupilsByBand(),
        unit.unservedYuan(),
        current,
        unreached
            ? unit.whyNoArc().or(() -> Optional.of(UnservedReason.BEYOND_LIMIT))
            : Optional.empty());
  }
}
