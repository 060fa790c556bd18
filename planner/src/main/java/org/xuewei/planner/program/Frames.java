package org.xuewei.planner.program;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Messages on a stream of bytes, each behind a mark and its length. Bytes between messages, such as
 * a native library prints, are passed over.
 */
final class Frames {
  private static final long MARK = 0x9D_58_55_45_57_45_49_0AL;
  private static final int MOST_BYTES = 1 << 30;

  private Frames() {}

  static void write(OutputStream out, byte[] message) throws IOException {
    if (message.length > MOST_BYTES) {
      throw new IllegalArgumentException("message of " + message.length + " bytes");
    }
    ByteBuffer head = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);
    head.putLong(MARK).putInt(message.length);
    out.write(head.array());
    out.write(message);
    out.flush();
  }

  /**
   * The next message.
   *
   * @throws EOFException if the stream ends before or within it
   * @throws IOException if its length is out of range
   */
  static byte[] read(InputStream in) throws IOException {
    long lastBytes = 0;
    while (lastBytes != MARK) {
      lastBytes = lastBytes << Byte.SIZE | next(in);
    }
    int length = next(in) << 24 | next(in) << 16 | next(in) << 8 | next(in);
    if (length < 0 || length > MOST_BYTES) {
      throw new IOException("message of " + length + " bytes");
    }
    byte[] message = in.readNBytes(length);
    if (message.length < length) {
      throw new EOFException();
    }
    return message;
  }

  private static int next(InputStream in) throws IOException {
    int read = in.read();
    if (read < 0) {
      throw new EOFException();
    }
    return read;
  }
}
