package org.xuewei.geo.network;

import static com.graphhopper.json.Statement.If;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement.Op;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.PMap;

/**
 * How pupils walk: on every way open to pedestrians, at one speed, so that the quickest way is the
 * shortest. Ferries are closed to them.
 */
final class WalkingProfile {
  static final String NAME = "walk";

  /**
   * A street network that is joined to no other and has fewer segments than this is taken for a
   * mapping error: nobody sets out from it. In the sample of Malta there are 11 such networks of 20
   * to 38 segments; the smallest island with a network of its own has 205.
   */
  static final int SMALLEST_NETWORK_SEGMENTS = 50;

  private static final String WALKING_KILOMETRES_PER_HOUR = "5";

  private WalkingProfile() {}

  /** A GraphHopper that keeps its graph in memory; the caller names the file and imports. */
  static GraphHopper newGraphHopper() {
    CustomModel model =
        new CustomModel()
            .setDistanceInfluence(0d)
            .addToPriority(If("!foot_access", Op.MULTIPLY, "0"))
            .addToPriority(If("road_environment == FERRY", Op.MULTIPLY, "0"))
            .addToSpeed(If("true", Op.LIMIT, WALKING_KILOMETRES_PER_HOUR));
    return new GraphHopper()
        .setStoreOnFlush(false)
        .setMinNetworkSize(SMALLEST_NETWORK_SEGMENTS)
        .setEncodedValuesString("foot_access, road_environment")
        .setProfiles(new Profile(NAME).setCustomModel(model));
  }

  static Weighting weighting(GraphHopper graphHopper) {
    return graphHopper.createWeighting(graphHopper.getProfile(NAME), new PMap());
  }

  /** Accepts the streets that a point may be put on. */
  static EdgeFilter snapFilter(GraphHopper graphHopper) {
    BooleanEncodedValue tooSmall =
        graphHopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(NAME));
    return new DefaultSnapFilter(weighting(graphHopper), tooSmall);
  }
}
