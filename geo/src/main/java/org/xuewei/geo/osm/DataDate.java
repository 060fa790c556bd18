package org.xuewei.geo.osm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.openstreetmap.osmosis.osmbinary.BinaryParser;
import org.openstreetmap.osmosis.osmbinary.Osmformat.DenseNodes;
import org.openstreetmap.osmosis.osmbinary.Osmformat.HeaderBlock;
import org.openstreetmap.osmosis.osmbinary.Osmformat.Info;
import org.openstreetmap.osmosis.osmbinary.Osmformat.Node;
import org.openstreetmap.osmosis.osmbinary.Osmformat.Relation;
import org.openstreetmap.osmosis.osmbinary.Osmformat.Way;
import org.openstreetmap.osmosis.osmbinary.file.BlockInputStream;
import org.openstreetmap.osmosis.osmbinary.file.FileBlockPosition;

/**
 * The day that a file shows: that of its header, else that of its newest object. Extracts that
 * somebody cut from a larger file have no date in the header.
 */
final class DataDate extends BinaryParser {
  /** Later timestamps are damage: 1 January 2100. */
  private static final long LATEST_MILLIS = 4_102_444_800_000L;

  private boolean dateInHeader;
  private long newestMillis;

  private DataDate() {}

  /** ISO 8601, UTC, or {@code unknown}. */
  static String of(InputStream file) throws IOException {
    DataDate date = new DataDate();
    new BlockInputStream(new WholeSkips(file), date).process();
    return date.newestMillis == 0
        ? "unknown"
        : LocalDate.ofInstant(Instant.ofEpochMilli(date.newestMillis), ZoneOffset.UTC).toString();
  }

  @Override
  public boolean skipBlock(FileBlockPosition block) {
    return dateInHeader || super.skipBlock(block);
  }

  @Override
  protected void parse(HeaderBlock header) {
    see(header.getOsmosisReplicationTimestamp(), 1000);
    dateInHeader = newestMillis > 0;
  }

  @Override
  protected void parseDense(DenseNodes nodes) {
    long timestamp = 0;
    for (long difference : nodes.getDenseinfo().getTimestampList()) {
      timestamp += difference;
      see(timestamp, date_granularity);
    }
  }

  @Override
  protected void parseNodes(List<Node> nodes) {
    nodes.forEach(node -> see(node.getInfo()));
  }

  @Override
  protected void parseWays(List<Way> ways) {
    ways.forEach(way -> see(way.getInfo()));
  }

  @Override
  protected void parseRelations(List<Relation> relations) {
    relations.forEach(relation -> see(relation.getInfo()));
  }

  private void see(Info info) {
    see(info.getTimestamp(), date_granularity);
  }

  private void see(long timestamp, int granularityMillis) {
    if (timestamp > 0 && granularityMillis > 0 && timestamp <= LATEST_MILLIS / granularityMillis) {
      newestMillis = Math.max(newestMillis, timestamp * granularityMillis);
    }
  }

  @Override
  public void complete() {}

  /** The block reader takes it that a skip never stops halfway. */
  private static final class WholeSkips extends FilterInputStream {
    WholeSkips(InputStream in) {
      super(in);
    }

    @Override
    public long skip(long bytes) throws IOException {
      in.skipNBytes(bytes);
      return bytes;
    }
  }
}
