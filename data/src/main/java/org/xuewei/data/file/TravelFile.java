package org.xuewei.data.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.TravelMatrix.MissingReason;

/**
 * Keeps a {@link TravelMatrix} in a binary file, {@code travel.bin}. Numbers are big-endian, u16
 * and signed i32; texts are a u16 count of bytes and UTF-8. {@code docs/travel-file.md} has the
 * layout with an example reader.
 */
public final class TravelFile {
  private static final byte[] MAGIC = "XWTRAVEL".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int HEADER_BYTES = MAGIC.length + 5 * Integer.BYTES;

  /** A reason is written as its place in this list plus 1; 0 is none. */
  private static final List<MissingReason> REASONS =
      List.of(
          MissingReason.NO_ROAD_NEARBY, MissingReason.OTHER_COMPONENT, MissingReason.BEYOND_LIMIT);

  private TravelFile() {}

  /**
   * Writes the matrix; equal matrices give equal bytes.
   *
   * @throws InputException if the file cannot be written
   */
  public static void write(TravelMatrix travel, Path file) {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      int points = travel.pointIds().size();
      out.write(MAGIC);
      out.writeInt(VERSION);
      out.writeInt(points);
      out.writeInt(travel.siteIds().size());
      out.writeInt(travel.pairs());
      out.writeInt(travel.limitMetres());
      writeTexts(travel.pointIds(), out);
      writeTexts(travel.siteIds(), out);
      for (int point = 0; point < points; point++) {
        out.writeInt(travel.rowStart(point + 1) - travel.rowStart(point));
        out.writeByte(travel.missingReason(point).map(r -> REASONS.indexOf(r) + 1).orElse(0));
      }
      for (int entry = 0; entry < travel.pairs(); entry++) {
        out.writeInt(travel.site(entry));
        out.writeInt(travel.metres(entry));
      }
    } catch (IOException e) {
      throw new InputException(file + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }

  /**
   * Reads a matrix. Counts are checked against the file's size before memory is taken for them.
   *
   * @throws InputException if the file is missing, cut off, or not a travel file of this version
   */
  public static TravelMatrix read(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      return read(in, Files.size(file), file);
    } catch (EOFException e) {
      throw damaged(file, "ends too early", e);
    } catch (CharacterCodingException e) {
      throw damaged(file, "holds an identifier that is not UTF-8", e);
    } catch (IllegalArgumentException e) {
      throw damaged(file, "contradicts itself: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InputException(
          file + ": cannot be read (" + e.getMessage() + "); expected a travel file", e);
    }
  }

  private static TravelMatrix read(DataInputStream in, long fileBytes, Path file)
      throws IOException {
    byte[] magic = in.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new InputException(file + ": is not a travel file; expected it to start with XWTRAVEL");
    }
    int version = in.readInt();
    if (version != VERSION) {
      throw new InputException(file + ": has version " + version + "; expected " + VERSION);
    }
    int points = in.readInt();
    int sites = in.readInt();
    int pairs = in.readInt();
    int limitMetres = in.readInt();
    checkCounts(points, sites, pairs, fileBytes);
    List<String> pointIds = readTexts(points, in);
    List<String> siteIds = readTexts(sites, in);
    int[] rowStart = new int[points + 1];
    Map<Integer, MissingReason> missing = new HashMap<>();
    for (int point = 0; point < points; point++) {
      int entries = in.readInt();
      if (entries < 0 || entries > pairs - rowStart[point]) {
        throw new IllegalArgumentException("row " + point + " has " + entries + " entries");
      }
      rowStart[point + 1] = rowStart[point] + entries;
      int reason = in.readUnsignedByte();
      if (reason > REASONS.size()) {
        throw new IllegalArgumentException("row " + point + " has reason " + reason);
      }
      if (reason > 0) {
        missing.put(point, REASONS.get(reason - 1));
      }
    }
    int[] site = new int[pairs];
    int[] metres = new int[pairs];
    for (int entry = 0; entry < pairs; entry++) {
      site[entry] = in.readInt();
      metres[entry] = in.readInt();
    }
    if (in.read() >= 0) {
      throw new IllegalArgumentException("bytes follow the last pair");
    }
    return new TravelMatrix(pointIds, siteIds, limitMetres, rowStart, site, metres, missing);
  }

  private static void checkCounts(int points, int sites, int pairs, long fileBytes)
      throws EOFException {
    if (points < 0 || sites < 0 || pairs < 0) {
      throw new IllegalArgumentException("a count is below 0");
    }
    long leastBytes =
        HEADER_BYTES
            + (long) points * (Short.BYTES + Integer.BYTES + Byte.BYTES)
            + (long) sites * Short.BYTES
            + (long) pairs * 2 * Integer.BYTES;
    if (leastBytes > fileBytes) {
      throw new EOFException();
    }
  }

  private static void writeTexts(List<String> texts, DataOutputStream out) throws IOException {
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      if (bytes.length > 0xFFFF) {
        throw new IllegalArgumentException("an identifier has " + bytes.length + " bytes");
      }
      out.writeShort(bytes.length);
      out.write(bytes);
    }
  }

  private static List<String> readTexts(int count, DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>(count);
    for (int k = 0; k < count; k++) {
      byte[] bytes = new byte[in.readUnsignedShort()];
      in.readFully(bytes);
      texts.add(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    }
    return texts;
  }

  private static InputException damaged(Path file, String how, Exception cause) {
    return new InputException(file + ": " + how + "; expected a whole travel file", cause);
  }
}
