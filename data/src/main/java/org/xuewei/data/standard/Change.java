package org.xuewei.data.standard;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One step in a rule's history.
 *
 * @param layer id of the profile or layer
 * @param by who set it; empty for the profile
 * @param why the reason, or the profile's clause
 * @param source document or decision, in words
 */
public record Change(
    String layer,
    RuleValue value,
    Optional<String> by,
    Optional<String> why,
    Optional<LocalDate> date,
    Optional<String> source) {

  static Change ofProfile(String profileId, Rule rule) {
    Optional<String> sources =
        Optional.of(String.join(", ", rule.basis().sources())).filter(ids -> !ids.isEmpty());
    return new Change(
        profileId,
        rule.value(),
        Optional.empty(),
        rule.basis().clause(),
        Optional.empty(),
        sources);
  }

  static Change ofLayer(Layer layer, Layer.RuleOverride set) {
    return new Change(
        layer.id(),
        set.value(),
        Optional.of(set.by()),
        Optional.of(set.why()),
        set.date(),
        set.source());
  }
}
