package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Stage;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;

/**
 * Random problems shaped like the map of Malta: dense towns, walking limit 2,000 m, demand above
 * today's seats, dear land in the middle. Distances are straight lines times 1.3.
 */
public final class MaltaLikeProblem {
  private static final double ANNUITY = 0.0468;
  private static final int RUNNING_PER_CLASS = 420_000;

  private final Random random;
  private final int units;
  private final int schools;
  private final int candidates;

  public MaltaLikeProblem(long seed, int units, int schools, int candidates) {
    this.random = new Random(seed);
    this.units = units;
    this.schools = schools;
    this.candidates = candidates;
  }

  public static PlacementProblem of(long seed) {
    return new MaltaLikeProblem(seed, 1_700, 162, 600).build(150_000_000, 12);
  }

  private record Place(double x, double y, double centrality) {}

  public PlacementProblem build(long budget, int newSchools) {
    List<Place> towns = new ArrayList<>();
    for (int town = 0; town < Math.max(2, units / 30); town++) {
      double centrality = random.nextDouble();
      double spread = 12_000 * Math.sqrt(units / 1_350.0) * (1.2 - centrality);
      towns.add(
          new Place(
              random.nextGaussian() * spread, random.nextGaussian() * spread / 2, centrality));
    }
    List<Place> homes = places(towns, units, 700);
    List<Place> schoolPlaces = places(towns, schools, 800);
    List<Place> sitePlaces = places(towns, candidates, 900);
    int[][] pupils = new int[units][2];
    for (int[] byBand : pupils) {
      int all = 10 + random.nextInt(81);
      byBand[0] = (int) Math.round(all * (0.5 + 0.02 * random.nextGaussian()));
      byBand[1] = all - byBand[0];
    }
    TestProblem problem =
        new TestProblem(Stage.PRIMARY).budget(budget).newSchoolsAtMost(newSchools);
    for (int school = 0; school < schools; school++) {
      problem.existing(schoolSizes());
    }
    for (Place place : sitePlaces) {
      problem.candidate(candidateSizes(place));
    }
    List<Place> sites = new ArrayList<>(schoolPlaces);
    sites.addAll(sitePlaces);
    for (int unit = 0; unit < units; unit++) {
      addUnit(problem, pupils[unit], homes.get(unit), sites);
    }
    return problem.build();
  }

  private List<Place> places(List<Place> towns, int count, double spread) {
    List<Place> places = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      Place town = towns.get(random.nextInt(towns.size()));
      places.add(
          new Place(
              town.x + random.nextGaussian() * spread,
              town.y + random.nextGaussian() * spread,
              town.centrality));
    }
    return places;
  }

  private Size[] schoolSizes() {
    int today = random.nextInt(4) > 0 ? 12 : 13 + random.nextInt(24);
    int most = random.nextInt(13);
    Size[] sizes = new Size[most + 1];
    for (int added = 0; added <= most; added++) {
      long capital = added * 8L * 45 * 2_800;
      sizes[added] =
          new Size(
              today + added,
              Math.round(capital * ANNUITY) + (long) added * RUNNING_PER_CLASS,
              capital);
    }
    return sizes;
  }

  private Size[] candidateSizes(Place place) {
    double landYuan = 200 + 1_300 * place.centrality * (0.7 + 0.3 * random.nextDouble());
    List<Size> sizes = new ArrayList<>();
    for (int classes = 12; classes <= 36; classes += 6) {
      long capital = Math.round(classes * 45 * (8 * 3_200 + 20 * landYuan));
      sizes.add(
          new Size(
              classes,
              Math.round(capital * ANNUITY) + (long) classes * RUNNING_PER_CLASS + 600_000,
              capital));
    }
    return sizes.toArray(Size[]::new);
  }

  private void addUnit(TestProblem problem, int[] byBand, Place home, List<Place> sites) {
    int pupils = byBand[0] + byBand[1];
    List<Arc> arcs = new ArrayList<>();
    int nearest = -1;
    double least = 2_000;
    for (int site = 0; site < sites.size(); site++) {
      Place place = sites.get(site);
      double metres = 1.3 * Math.hypot(home.x - place.x, home.y - place.y);
      if (metres <= 2_000) {
        arcs.add(new Arc(site, (int) metres, 0));
        if (site < schools && metres < least) {
          least = metres;
          nearest = site;
        }
      }
    }
    int current = nearest;
    Arc[] priced =
        arcs.stream()
            .map(
                arc -> {
                  double beyondKm = Math.max(0, arc.metres() - 500) / 1_000.0;
                  double perPupil =
                      400 * 2.0 * arc.metres() / 1_000
                          + 400 * 6 * beyondKm
                          + (current >= 0 && arc.site() != current ? 500 : 0);
                  return new Arc(arc.site(), arc.metres(), Math.round(perPupil * pupils));
                })
            .toArray(Arc[]::new);
    problem.unit(
        List.of(byBand[0], byBand[1]),
        200_000L * pupils,
        current >= 0 ? OptionalInt.of(current) : OptionalInt.empty(),
        1,
        priced);
  }
}
