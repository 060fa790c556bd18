package org.xuewei.geo.generate;

import java.util.List;
import java.util.function.DoubleFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.Stage;

/**
 * The place of a school or of a candidate site as it is drawn.
 *
 * @param name of the school; empty for a candidate
 * @param township index of the township; of the seat for the county seat
 * @param node node of the gate in the road plan
 * @param site the land in metres, for an area in square metres
 */
record Plot(
    String name,
    Type type,
    Settlement settlement,
    String districtId,
    int township,
    Coordinate gate,
    int node,
    DoubleFunction<Polygon> site) {

  enum Type {
    PRIMARY(Stage.PRIMARY),
    JUNIOR(Stage.JUNIOR),
    NINE_YEAR(Stage.PRIMARY, Stage.JUNIOR);

    private final List<Stage> stages;

    Type(Stage... stages) {
      this.stages = List.of(stages);
    }

    List<Stage> stages() {
      return stages;
    }
  }
}
