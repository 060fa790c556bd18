package org.xuewei.data.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.xuewei.data.model.InputException;

/** Reads published instances by their family. */
public final class InstanceReader {
  private final Family family;
  private final OptionalInt openAtMost;
  private final boolean capacitated;
  private final Optional<Path> connectivity;
  private final Envy envy;

  /**
   * @param openAtMost overrides the number of sites that the file allows to open
   * @param capacitated false: sites hold all demand; where at most p open only
   * @param connectivity file of touching units; catchments must then be contiguous
   */
  public InstanceReader(
      Family family, OptionalInt openAtMost, boolean capacitated, Optional<Path> connectivity) {
    this(family, openAtMost, capacitated, connectivity, Envy.NONE);
  }

  private InstanceReader(
      Family family,
      OptionalInt openAtMost,
      boolean capacitated,
      Optional<Path> connectivity,
      Envy envy) {
    this.family = family;
    this.openAtMost = openAtMost;
    this.capacitated = capacitated;
    this.connectivity = connectivity;
    this.envy = envy;
  }

  /** Reads files of units, whose ways are weighted by demand, with a price on long ways. */
  public InstanceReader withEnvy(Envy price) {
    return new InstanceReader(family, openAtMost, capacitated, connectivity, price);
  }

  /**
   * The instances of a file, at least one; only the OR-Library's p-median files hold several.
   *
   * @throws InputException if the file is none of the family's formats
   */
  public List<BenchmarkInstance> read(Path file) {
    if (family == Family.CPMP) {
      refuseEnvy(file);
      return OrLibraryMedianFile.isLike(TextTable.read(file))
          ? OrLibraryMedianFile.read(file, openAtMost)
          : List.of(CapacitatedMedianFile.read(file, openAtMost));
    }
    if (family == Family.SITING && OrLibraryFile.isLike(TextTable.read(file))) {
      refuseEnvy(file);
      return List.of(OrLibraryFile.read(file, openAtMost));
    }
    return List.of(unitInstance(file));
  }

  private void refuseEnvy(Path file) {
    if (envy.weight() > 0) {
      throw new InputException(
          file + " has no ways weighted by demand, expected a file of units for --envy-weight");
    }
  }

  private BenchmarkInstance unitInstance(Path file) {
    if (family.opensAtMostP() && openAtMost.isEmpty()) {
      throw new InputException(
          "a " + family.key() + " instance needs --p, the number of sites to open");
    }
    UnitFile units = UnitFile.read(file);
    BenchmarkInstance instance =
        units.instance(family, openAtMost, capacitated || !family.opensAtMostP(), envy);
    return connectivity
        .map(units::contiguity)
        .map(
            contiguity ->
                new BenchmarkInstance(
                    instance.name(),
                    instance.problem().contiguous(contiguity),
                    instance.costs(),
                    instance.distances(),
                    instance.yuanOfOne()))
        .orElse(instance);
  }

  static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
