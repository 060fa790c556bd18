package org.xuewei.geo.layer;

/** A column of a {@link Table} besides its feature id and geometry; never null. */
record Column(String name, Type type) {
  /** The type's name is GeoPackage's own. */
  enum Type {
    TEXT(String.class),
    INTEGER(Integer.class),
    BOOLEAN(Boolean.class),
    DOUBLE(Double.class);

    private final Class<?> javaType;

    Type(Class<?> javaType) {
      this.javaType = javaType;
    }

    boolean holds(Object value) {
      return javaType.isInstance(value);
    }
  }

  static Column text(String name) {
    return new Column(name, Type.TEXT);
  }

  static Column integer(String name) {
    return new Column(name, Type.INTEGER);
  }

  static Column flag(String name) {
    return new Column(name, Type.BOOLEAN);
  }

  static Column number(String name) {
    return new Column(name, Type.DOUBLE);
  }
}
