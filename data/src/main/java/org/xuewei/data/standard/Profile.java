package org.xuewei.data.standard;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xuewei.data.yaml.NearestName;
import org.xuewei.data.yaml.YamlObject;
import org.xuewei.data.yaml.YamlValue;

/** A profile file as read: its rules by path, and the documents that it cites. */
record Profile(
    String file,
    String id,
    String title,
    String version,
    Map<String, Rule> rules,
    Sources sources) {

  static Profile read(String file, YamlValue root) {
    return new Reader(root).read(file);
  }

  private static final class Reader {
    private final Map<String, YamlValue> top;
    private final YamlValue root;
    private final Sources sources = Sources.bundled();
    private final Map<String, Rule> rules = new TreeMap<>();
    private Severity unconfirmedActsAs = Severity.SOFT;

    Reader(YamlValue root) {
      this.root = root;
      this.top = new TreeMap<>(root.fields());
    }

    Profile read(String file) {
      YamlValue header =
          take("profile").orElseThrow(() -> root.refuse("the key \"profile\" is missing"));
      YamlObject head = header.object("id", "title", "version", "policy", "lang");
      take("layers").ifPresent(list -> list.items().forEach(YamlValue::text));
      take("sources").ifPresent(sources::add);
      take("confirmation")
          .ifPresent(
              value -> {
                YamlValue act = value.object("unconfirmed_acts_as").required("unconfirmed_acts_as");
                unconfirmedActsAs = act.oneOf(Severity.class);
                if (unconfirmedActsAs == Severity.HARD) {
                  throw act.expected("soft or report");
                }
              });
      top.forEach((key, value) -> read(value, RuleAttributes.NONE, ""));
      return new Profile(
          file,
          head.required("id").text(),
          head.required("title").text(),
          head.required("version").text(),
          rules,
          sources);
    }

    private Optional<YamlValue> take(String key) {
      return Optional.ofNullable(top.remove(key));
    }

    private void read(YamlValue value, RuleAttributes outer, String group) {
      Optional<RuleCatalog.Entry> entry = RuleCatalog.find(value.path());
      if (entry.isPresent()) {
        if (rules.put(value.path(), rule(value, entry.get(), outer)) != null) {
          throw value.refuse("the rule is given twice");
        }
      } else if (RuleCatalog.isGroup(value.path())) {
        readGroup(value, outer);
      } else {
        throw value.refuse("unknown key" + NearestName.hint(key(value, group), keysIn(group)));
      }
    }

    private void readGroup(YamlValue group, RuleAttributes outer) {
      Map<String, YamlValue> fields = group.fields();
      RuleAttributes attributes = outer.with(fields, sources);
      int before = rules.size();
      fields.forEach(
          (key, field) -> {
            if (!RuleAttributes.KEYS.contains(key)) {
              read(field, attributes, group.path());
            }
          });
      if (rules.size() == before) {
        throw group.refuse("has no value");
      }
    }

    private Rule rule(YamlValue value, RuleCatalog.Entry entry, RuleAttributes outer) {
      RuleAttributes attributes = value.isMapping() ? outer.with(value.fields(), sources) : outer;
      boolean actsAsStated =
          attributes.severity() != Severity.HARD || attributes.confidence().sourced();
      return new Rule(
          value.path(),
          value.isNull() ? new RuleValue.NotKnown() : entry.type().read(value),
          attributes.unit().or(entry::unit),
          attributes.scope(),
          attributes.severity(),
          actsAsStated ? attributes.severity() : unconfirmedActsAs,
          new Rule.Basis(
              attributes.sources(),
              attributes.clause(),
              attributes.confidence(),
              Optional.empty(),
              attributes.note()));
    }

    private static String key(YamlValue value, String group) {
      return group.isEmpty() ? value.path() : value.path().substring(group.length() + 1);
    }

    private static TreeSet<String> keysIn(String group) {
      TreeSet<String> keys = new TreeSet<>(RuleCatalog.keysIn(group));
      if (!group.isEmpty()) {
        keys.addAll(RuleAttributes.KEYS);
      }
      return keys;
    }
  }
}
