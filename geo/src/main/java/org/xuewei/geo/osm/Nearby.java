package org.xuewei.geo.osm;

import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the items whose envelope meets another one, always in the order of the list. */
final class Nearby<T> {
  private final List<T> items;
  private final STRtree index = new STRtree();

  Nearby(List<T> items, Function<T, Geometry> shape) {
    this.items = List.copyOf(items);
    for (int i = 0; i < items.size(); i++) {
      index.insert(shape.apply(items.get(i)).getEnvelopeInternal(), i);
    }
    index.build();
  }

  List<T> list(Envelope envelope) {
    @SuppressWarnings("unchecked")
    List<Integer> found = index.query(envelope);
    return found.stream().sorted().map(items::get).toList();
  }
}
