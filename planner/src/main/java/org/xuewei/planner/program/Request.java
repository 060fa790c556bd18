package org.xuewei.planner.program;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a solver process can be asked, as messages that begin with the kind's number. */
enum Request {
  /** Limits, program, hints; answered. */
  WHOLE,
  /** Number of the session, what its program has gained; answered. */
  LINEAR,
  /** Number of the session whose model may go; not answered. */
  FORGET;

  /** Writes the rest of a message. */
  interface Body {
    void writeTo(DataOutputStream out) throws IOException;
  }

  byte[] message(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(ordinal());
      body.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Request of(int number) throws IOException {
    if (number >= values().length) {
      throw new IOException("request " + number);
    }
    return values()[number];
  }
}
