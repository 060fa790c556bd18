package org.xuewei.geo.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xuewei.data.model.InputException;
import org.xuewei.geo.layer.DatasetFolder;

/** Many made-up counties of different sizes, one a folder, beside each other on the map. */
public final class SyntheticProvince {
  private static final double SMALLEST = 0.6;
  private static final double LARGEST = 1.4;
  private static final int MOST_COUNTIES = 999;

  private SyntheticProvince() {}

  /**
   * Options of the counties, each with a seed of its own. Without a pairing their sizes differ:
   * from 0.6 to 1.4 of the mean county's numbers, but not below the least of a county.
   *
   * @param mean numbers of the mean county
   * @throws InputException when the number of counties is outside its range
   */
  public static List<CountyOptions> counties(CountyOptions mean, int count) {
    CountyOptions.within("--province", count, 1, MOST_COUNTIES);
    Dice dice = Dice.of(mean.seed(), "province");
    List<CountyOptions> counties = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      double size = mean.pairing().isPresent() ? 1 : dice.between(SMALLEST, LARGEST);
      int sites = CountyOptions.sitesNear(mean.sites() * size);
      int points = CountyOptions.pointsNear(mean.points() * size, sites);
      counties.add(
          new CountyOptions(
              new CountyOptions.Place("synthetic-%d-%03d".formatted(mean.seed(), k + 1), k),
              dice.seed(),
              points,
              sites,
              mean.years(),
              mean.pairing(),
              mean.limitMetres()));
    }
    return counties;
  }

  /** Name of a county's folder: {@code county-001} for 0. */
  public static String folder(int county) {
    return "county-%03d".formatted(county + 1);
  }

  /**
   * Says before long work whether the counties may be written to a place.
   *
   * @throws InputException if the place holds anything but counties of such a province
   */
  public static void checkReplaceable(Path place, int count) {
    List<String> own = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      own.add(folder(k));
      DatasetFolder.checkReplaceable(place.resolve(folder(k)));
    }
    if (Files.exists(place) && !Files.isDirectory(place)) {
      throw new InputException(place + ": is not a folder; expected one for the counties");
    }
    if (Files.isDirectory(place)) {
      try (Stream<Path> entries = Files.list(place)) {
        entries
            .map(entry -> String.valueOf(entry.getFileName()))
            .filter(name -> !own.contains(name))
            .sorted()
            .findFirst()
            .ifPresent(
                name -> {
                  throw new InputException(
                      place
                          + ": holds "
                          + name
                          + "; expected nothing, or counties "
                          + own.get(0)
                          + " to "
                          + own.get(own.size() - 1));
                });
      } catch (IOException e) {
        throw new InputException(place + ": cannot be read (" + e.getMessage() + ")", e);
      }
    }
  }
}
