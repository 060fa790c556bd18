package org.xuewei.geo.generate;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.xuewei.data.model.HalfYear;
import org.xuewei.data.model.Settlement;

/**
 * A demand point as it is drawn.
 *
 * @param source index of its source
 * @param township index of its township; of its seat for the county seat
 * @param node its node in the road plan
 * @param weight share of the residents relative to the others of its settlement
 * @param phase set for a part of a new housing estate, which has residents from its delivery on
 */
record Home(
    int source,
    Settlement settlement,
    String districtId,
    int township,
    Coordinate place,
    int node,
    double weight,
    Optional<Phase> phase) {

  record Phase(int number, HalfYear delivery, int dwellings) {
    boolean deliveredIn(int year) {
      return delivery.compareTo(HalfYear.autumnOf(year)) <= 0;
    }
  }
}
