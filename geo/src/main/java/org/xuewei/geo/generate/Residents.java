package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.List;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.standard.Standard;
import org.xuewei.geo.osm.LargestRemainder;

/**
 * Residents of every home: of a phase of a new estate by its dwellings from its delivery on, of all
 * others a share of their settlement's residents.
 */
final class Residents {
  private final List<Home> homes;
  private final int[] settled;
  private final int[] whenDelivered;
  private final int baseYear;

  private Residents(List<Home> homes, int[] settled, int[] whenDelivered, int baseYear) {
    this.homes = homes;
    this.settled = settled;
    this.whenDelivered = whenDelivered;
    this.baseYear = baseYear;
  }

  static Residents of(
      CountySketch sketch,
      CountyCounts counts,
      long seed,
      HenanFigures figures,
      Standard standard) {
    List<Home> homes = sketch.homes;
    double perDwelling = standard.decimal("demand.residents_per_dwelling.value");
    int baseYear = figures.baseYear();
    int[] settled = new int[homes.size()];
    int[] whenDelivered = new int[homes.size()];
    Dice dice = Dice.of(seed, "townships");
    List<Double> size = new ArrayList<>();
    for (int k = 0; k < Math.max(counts.townships(), counts.seats()); k++) {
      size.add(dice.between(0.8, 1.2));
    }
    for (Settlement settlement : Settlement.values()) {
      int left = counts.residentsOf(settlement);
      List<Integer> sharing = new ArrayList<>();
      List<Double> weights = new ArrayList<>();
      for (int home = 0; home < homes.size(); home++) {
        Home drawn = homes.get(home);
        if (drawn.settlement() != settlement) {
          continue;
        }
        if (drawn.phase().isPresent()) {
          whenDelivered[home] = (int) Math.round(drawn.phase().get().dwellings() * perDwelling);
          left -= drawn.phase().get().deliveredIn(baseYear) ? whenDelivered[home] : 0;
        } else {
          sharing.add(home);
          weights.add(drawn.weight() * size.get(drawn.township()));
        }
      }
      int[] parts = LargestRemainder.divide(Math.max(0, left), weights);
      for (int k = 0; k < parts.length; k++) {
        settled[sharing.get(k)] = parts[k];
      }
    }
    return new Residents(homes, settled, whenDelivered, baseYear);
  }

  /** Residents of a home before children are born and families move. */
  int in(int home, int year) {
    boolean delivered = homes.get(home).phase().filter(p -> p.deliveredIn(year)).isPresent();
    return settled[home] + (delivered ? whenDelivered[home] : 0);
  }

  int[] today() {
    int[] today = new int[homes.size()];
    for (int home = 0; home < today.length; home++) {
      today[home] = in(home, baseYear);
    }
    return today;
  }
}
