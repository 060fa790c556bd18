package org.xuewei.geo.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Progress;

/**
 * Writes a plan as GeoJSON layers (RFC 7946: lon/lat on WGS 84, no {@code crs}). Every feature
 * carries its own {@code id}, the plan's identity and the state of the rules that speak of it; the
 * collections carry {@code name}, {@code attribution} and {@code licence}. Equal input gives equal
 * bytes.
 */
public final class GeoJsonExport {
  private GeoJsonExport() {}

  /**
   * Writes {@code districts}, {@code demand}, {@code schools_before}, {@code schools_after}, {@code
   * new_sites}, {@code catchments} and {@code flows}, each with the ending {@code .geojson} and its
   * features in the order of their ids. A layer without features is not written, and an older file
   * of that name is removed.
   *
   * @param folder made when it is missing
   * @return the files written
   * @throws InputException when a file cannot be written
   */
  public static List<Path> write(ExportInput input, Path folder, Progress progress) {
    Plan.Header header = input.plan().header();
    Sites sites = new Sites(input.dataset());
    RuleStatus rules = new RuleStatus(input.evaluation());
    Stamp stamp = new Stamp(header, input.stage(), input.dataset().header().synthetic());
    DemandLayers demand = new DemandLayers(input, sites, rules, stamp);
    SchoolLayers schools = new SchoolLayers(input, sites, rules, stamp);
    Map<String, Supplier<List<Feature>>> layers = new LinkedHashMap<>();
    layers.put("districts", demand::districts);
    layers.put("demand", demand::demand);
    layers.put("schools_before", schools::before);
    layers.put("schools_after", schools::after);
    layers.put("new_sites", schools::newSites);
    layers.put("catchments", schools::catchments);
    layers.put("flows", demand::flows);

    List<Path> written = new ArrayList<>();
    try (Progress.Phase phase = progress.start("map layers", layers.size())) {
      for (Map.Entry<String, Supplier<List<Feature>>> layer : layers.entrySet()) {
        Path file = folder.resolve(layer.getKey() + ".geojson");
        List<Feature> features =
            layer.getValue().get().stream().sorted(Comparator.comparing(Feature::id)).toList();
        if (features.isEmpty()) {
          remove(file);
        } else {
          GeoJsonFile.write(file, members(layer.getKey(), header), features);
          written.add(file);
        }
        phase.advance(1);
      }
    }
    return written;
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException refused) {
      throw new InputException(file + ": cannot be removed: " + refused, refused);
    }
  }

  private static Map<String, String> members(String name, Plan.Header header) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("name", name);
    members.put("attribution", header.attribution());
    members.put("licence", header.licence());
    return members;
  }
}
