package org.xuewei.data.standard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xuewei.data.yaml.NearestName;
import org.xuewei.data.yaml.YamlObject;
import org.xuewei.data.yaml.YamlValue;

/** The documents that a profile may cite. */
final class Sources {
  private final Map<String, Source> byId = new TreeMap<>();

  private Sources() {}

  static Sources bundled() {
    Sources sources = new Sources();
    sources.add(RuleCatalog.resource("sources.yaml"));
    return sources;
  }

  /** Adds the documents that a profile brings along. */
  void add(YamlValue list) {
    for (YamlValue item : list.items()) {
      YamlObject fields = item.object("id", "title", "number", "date");
      String id = fields.required("id").text();
      Source source =
          new Source(
              id,
              fields.required("title").text(),
              fields.find("number").map(YamlValue::text),
              fields.find("date").map(YamlValue::text));
      if (byId.put(id, source) != null) {
        throw item.refuse("the source " + id + " is given twice");
      }
    }
  }

  Optional<Source> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The ids that a {@code src} key names: one or a list. */
  List<String> ids(YamlValue value) {
    return value.isList() ? value.items().stream().map(this::id).toList() : List.of(id(value));
  }

  private String id(YamlValue value) {
    String id = value.text();
    if (!byId.containsKey(id)) {
      throw value.refuse("there is no source \"" + id + "\"" + NearestName.hint(id, byId.keySet()));
    }
    return id;
  }
}
