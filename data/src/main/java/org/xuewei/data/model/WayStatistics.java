package org.xuewei.data.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far pupils walk and how evenly; pupils without a place do not count. All 0 when nobody walks.
 *
 * @param gini 0: all ways are equal; towards 1: a few pupils walk all the way there is
 */
public record WayStatistics(
    double meanMetres, double standardDeviationMetres, double greatestMetres, double gini) {
  /** Pupils who walk the same distance. */
  public record Walk(int pupils, double metres) {
    public Walk {
      if (pupils < 0 || !(metres >= 0)) {
        throw new IllegalArgumentException(pupils + " pupils walk " + metres + " m");
      }
    }
  }

  /** Nobody walks. */
  public static final WayStatistics NONE = new WayStatistics(0, 0, 0, 0);

  /** The statistics by name, for tables and JSON: decimetres, Gini to four digits. */
  public Map<String, BigDecimal> figures() {
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    figures.put("meanMetres", rounded(meanMetres, 1));
    figures.put("standardDeviationMetres", rounded(standardDeviationMetres, 1));
    figures.put("greatestMetres", rounded(greatestMetres, 1));
    figures.put("gini", rounded(gini, 4));
    return figures;
  }

  private static BigDecimal rounded(double figure, int digits) {
    return BigDecimal.valueOf(figure).setScale(digits, RoundingMode.HALF_EVEN);
  }

  /**
   * The statistics by pupil. Gini is the mean difference of two pupils' ways over twice the mean.
   * Cost: a sort.
   */
  public static WayStatistics of(List<Walk> walks) {
    List<Walk> ascending =
        walks.stream()
            .filter(walk -> walk.pupils() > 0)
            .sorted(Comparator.comparingDouble(Walk::metres))
            .toList();
    double pupils = ascending.stream().mapToDouble(Walk::pupils).sum();
    double sum = ascending.stream().mapToDouble(walk -> walk.pupils() * walk.metres()).sum();
    if (sum == 0) {
      return NONE;
    }
    double mean = sum / pupils;
    double squares = 0;
    double ranked = 0;
    double nearer = 0;
    for (Walk walk : ascending) {
      double off = walk.metres() - mean;
      squares += walk.pupils() * off * off;
      ranked += walk.pupils() * walk.metres() * (2 * nearer + walk.pupils());
      nearer += walk.pupils();
    }
    return new WayStatistics(
        mean,
        Math.sqrt(squares / pupils),
        ascending.get(ascending.size() - 1).metres(),
        Math.max(0, ranked / (pupils * sum) - 1));
  }
}
