package org.xuewei.geo.world;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.openstreetmap.osmosis.osmbinary.Fileformat.Blob;
import org.openstreetmap.osmosis.osmbinary.Fileformat.BlobHeader;
import org.openstreetmap.osmosis.osmbinary.Osmformat.HeaderBlock;
import org.openstreetmap.osmosis.osmbinary.Osmformat.Node;
import org.openstreetmap.osmosis.osmbinary.Osmformat.PrimitiveBlock;
import org.openstreetmap.osmosis.osmbinary.Osmformat.PrimitiveGroup;
import org.openstreetmap.osmosis.osmbinary.Osmformat.Relation;
import org.openstreetmap.osmosis.osmbinary.Osmformat.StringTable;
import org.openstreetmap.osmosis.osmbinary.Osmformat.Way;
import org.xuewei.data.model.LonLat;

/** Draws a small town in whole metres and writes it as an OpenStreetMap PBF file. */
public final class TownMap {
  /** The PBF format's unit of position by default: 100 nanodegrees, about a centimetre. */
  private static final double UNITS_PER_DEGREE = 1e7;

  /** East and north of the town's origin, in metres. */
  public record Place(int x, int y) {}

  @FunctionalInterface
  public interface Projection {
    LonLat at(double x, double y);
  }

  private final Projection projection;
  private final Map<String, Integer> texts = new LinkedHashMap<>(Map.of("", 0));
  private final Map<Place, Long> crossings = new LinkedHashMap<>();
  private final PrimitiveGroup.Builder nodes = PrimitiveGroup.newBuilder();
  private final PrimitiveGroup.Builder ways = PrimitiveGroup.newBuilder();
  private final PrimitiveGroup.Builder relations = PrimitiveGroup.newBuilder();
  private long nextNode = 1;
  private long nextWay = 100;

  public TownMap(Projection projection) {
    this.projection = projection;
  }

  /** A straight street of blocks; streets that pass through a place meet there. */
  public void street(int x, int y, int stepX, int stepY, int blocks, String... tags) {
    List<Place> places = new ArrayList<>();
    for (int k = 0; k <= blocks; k++) {
      places.add(new Place(x + k * stepX, y + k * stepY));
    }
    line(places, tags);
  }

  public void line(List<Place> places, String... tags) {
    way(nextWay++, places.stream().map(this::crossing).toList(), tags);
  }

  /** A way through places, which meets other lines there; closed when it ends where it starts. */
  public void line(long id, List<Place> places, String... tags) {
    way(id, places.stream().map(this::crossing).toList(), tags);
  }

  /** An area with corners of its own, joined to no street. */
  public void rectangle(long id, int west, int south, int east, int north, String... tags) {
    long first = point(nextNode++, west, south);
    way(
        id,
        List.of(
            first,
            point(nextNode++, east, south),
            point(nextNode++, east, north),
            point(nextNode++, west, north),
            first),
        tags);
  }

  public void district(
      long id, String name, int population, int west, int south, int east, int north) {
    long boundary = nextWay++;
    rectangle(boundary, west, south, east, north, "boundary=administrative");
    relation(
        id,
        List.of(Member.way("outer", boundary)),
        "type=boundary",
        "boundary=administrative",
        "admin_level=8",
        "name=" + name,
        "population=" + population);
  }

  /** A member of a relation. */
  public record Member(String role, Relation.MemberType type, long id) {
    public static Member way(String role, long id) {
      return new Member(role, Relation.MemberType.WAY, id);
    }

    public static Member node(String role, long id) {
      return new Member(role, Relation.MemberType.NODE, id);
    }
  }

  public void relation(long id, List<Member> members, String... tags) {
    Relation.Builder relation = Relation.newBuilder().setId(id);
    long previous = 0;
    for (Member member : members) {
      relation.addMemids(member.id() - previous);
      relation.addTypes(member.type());
      relation.addRolesSid(text(member.role()));
      previous = member.id();
    }
    tag(relation::addKeys, relation::addVals, tags);
    relations.addRelations(relation);
  }

  public long point(long id, int x, int y, String... tags) {
    LonLat at = projection.at(x, y);
    Node.Builder node =
        Node.newBuilder()
            .setId(id)
            .setLon(Math.round(at.lon() * UNITS_PER_DEGREE))
            .setLat(Math.round(at.lat() * UNITS_PER_DEGREE));
    tag(node::addKeys, node::addVals, tags);
    nodes.addNodes(node);
    return id;
  }

  public void write(Path file, Instant date) throws IOException {
    HeaderBlock header =
        HeaderBlock.newBuilder()
            .addRequiredFeatures("OsmSchema-V0.6")
            .setOsmosisReplicationTimestamp(date.getEpochSecond())
            .build();
    StringTable.Builder table = StringTable.newBuilder();
    texts.keySet().forEach(text -> table.addS(ByteString.copyFromUtf8(text)));
    PrimitiveBlock map =
        PrimitiveBlock.newBuilder()
            .setStringtable(table)
            .addPrimitivegroup(nodes)
            .addPrimitivegroup(ways)
            .addPrimitivegroup(relations)
            .build();
    try (OutputStream out = Files.newOutputStream(file)) {
      writeBlock("OSMHeader", header, out);
      writeBlock("OSMData", map, out);
    }
  }

  private static void writeBlock(String type, MessageLite content, OutputStream out)
      throws IOException {
    byte[] blob = Blob.newBuilder().setRaw(content.toByteString()).build().toByteArray();
    byte[] header =
        BlobHeader.newBuilder().setType(type).setDatasize(blob.length).build().toByteArray();
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(header.length);
    data.write(header);
    data.write(blob);
  }

  private long crossing(Place place) {
    return crossings.computeIfAbsent(place, p -> point(nextNode++, p.x(), p.y()));
  }

  private void way(long id, List<Long> nodeIds, String... tags) {
    Way.Builder way = Way.newBuilder().setId(id);
    long previous = 0;
    for (long node : nodeIds) {
      way.addRefs(node - previous);
      previous = node;
    }
    tag(way::addKeys, way::addVals, tags);
    ways.addWays(way);
  }

  private void tag(IntConsumer keys, IntConsumer values, String... tags) {
    for (String tag : tags) {
      int equals = tag.indexOf('=');
      keys.accept(text(tag.substring(0, equals)));
      values.accept(text(tag.substring(equals + 1)));
    }
  }

  private int text(String text) {
    return texts.computeIfAbsent(text, t -> texts.size());
  }
}
