package org.xuewei.data.model;

import java.util.List;
import java.util.Objects;

/**
 * A parcel on which a school could be built (备选用地).
 *
 * @param gate where pupils would enter
 * @param areaSquareMetres parcel area, above 0
 * @param landUse land-use code or tag of the source, for example {@code 080403} or {@code
 *     landuse=meadow}
 * @param landUseToConfirm true when the present use (farmland) needs a conversion decision
 * @param screens what was checked about the parcel, passed or failed
 */
public record CandidateSite(
    String id,
    String districtId,
    LonLat gate,
    int areaSquareMetres,
    String landUse,
    boolean landUseToConfirm,
    List<Screen> screens) {
  public CandidateSite {
    Objects.requireNonNull(gate, "gate");
    screens = List.copyOf(screens);
    if (areaSquareMetres <= 0) {
      throw new IllegalArgumentException("candidate " + id + ": area is " + areaSquareMetres);
    }
  }

  /** A check of the parcel, for example {@code overlaps-water}. */
  public record Screen(String code, boolean passed, String note) {}
}
