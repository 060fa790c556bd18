package org.xuewei.data.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One value of the rule book.
 *
 * @param path the keys from the top of the profile down to the value: {@code
 *     class_size.primary.max}
 * @param scope where the rule holds, in words
 * @param severity what the profile says
 * @param effectiveSeverity what counts: a hard rule without a sound source acts as soft until
 *     somebody confirms it
 */
public record Rule(
    String path,
    RuleValue value,
    Optional<String> unit,
    Optional<String> scope,
    Severity severity,
    Severity effectiveSeverity,
    Basis basis) {

  /**
   * Where the rule comes from.
   *
   * @param sources ids of documents, see {@link Standard#source}
   */
  public record Basis(
      List<String> sources,
      Optional<String> clause,
      Confidence confidence,
      Optional<Confirmation> confirmation,
      Optional<String> note) {
    public Basis {
      sources = List.copyOf(sources);
    }
  }

  /** A named person has confirmed that the rule holds. */
  public record Confirmation(String by, LocalDate date) {}

  Rule withValue(RuleValue newValue) {
    return new Rule(path, newValue, unit, scope, severity, effectiveSeverity, basis);
  }

  Rule confirmed(Confirmation confirmation) {
    Basis confirmedBasis =
        new Basis(
            basis.sources(),
            basis.clause(),
            basis.confidence(),
            Optional.of(confirmation),
            basis.note());
    return new Rule(path, value, unit, scope, severity, severity, confirmedBasis);
  }
}
