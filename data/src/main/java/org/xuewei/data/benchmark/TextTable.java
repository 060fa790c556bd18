package org.xuewei.data.benchmark;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.xuewei.data.model.InputException;

/**
 * A small text file as rows of words, separated by white space or commas; empty rows are left out.
 */
final class TextTable {
  private static final long MOST_BYTES = 64L << 20;

  /**
   * @param line from 1
   */
  record Row(Path file, int line, List<String> words) {
    int size() {
      return words.size();
    }

    String word(int index, String field) {
      if (index >= words.size()) {
        throw new InputException(
            "%s, line %d: %d values, expected %d with %s"
                .formatted(file, line, words.size(), index + 1, field));
      }
      return words.get(index);
    }

    /** A finite number. */
    double number(int index, String field) {
      String word = word(index, field);
      try {
        double number = Double.parseDouble(word);
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException notANumber) {
        // said below
      }
      throw fault(field, word, "a finite number");
    }

    double amount(int index, String field) {
      double number = number(index, field);
      if (number < 0) {
        throw fault(field, words.get(index), "a number of at least 0");
      }
      return number;
    }

    int count(int index, String field) {
      double number = amount(index, field);
      if (number != Math.rint(number) || number > Integer.MAX_VALUE / 2) {
        throw fault(field, words.get(index), "a whole number from 0 to " + Integer.MAX_VALUE / 2);
      }
      return (int) number;
    }

    /** Seats of a site, at least 1. */
    int seats(int index, String site) {
      int seats = count(index, "capacity");
      if (seats < 1) {
        throw fault("capacity of site " + site, words.get(index), "a whole number above 0");
      }
      return seats;
    }

    InputException fault(String field, String value, String expected) {
      return new InputException(
          "%s, line %d: %s is %s, expected %s".formatted(file, line, field, value, expected));
    }
  }

  private TextTable() {}

  static List<Row> read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new InputException(file + " is no file, expected a benchmark instance");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new InputException(
            "%s has %d bytes, expected at most %d".formatted(file, Files.size(file), MOST_BYTES));
      }
      return rows(file, Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException notText) {
      throw new InputException(file + " is not text in UTF-8", notText);
    } catch (IOException failure) {
      throw new InputException(file + " cannot be read: " + failure.getMessage(), failure);
    }
  }

  private static List<Row> rows(Path file, String text) {
    List<Row> rows = new ArrayList<>();
    int line = 0;
    for (String here : text.split("\\R", -1)) {
      line++;
      StringTokenizer tokenizer = new StringTokenizer(here, " \t,\u001a");
      List<String> words = new ArrayList<>();
      while (tokenizer.hasMoreTokens()) {
        words.add(tokenizer.nextToken());
      }
      if (!words.isEmpty()) {
        rows.add(new Row(file, line, List.copyOf(words)));
      }
    }
    if (rows.isEmpty()) {
      throw new InputException(file + " is empty, expected a benchmark instance");
    }
    return rows;
  }
}
