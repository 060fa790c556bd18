package org.xuewei.data.model;

/**
 * Input that somebody can put right. The message is one sentence that names the file (and layer,
 * feature, field, line where there are such), the value found and what was expected.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
