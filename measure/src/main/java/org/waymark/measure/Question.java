package org.waymark.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement and its parameters, put together piece by piece.
 *
 * @param sql the text so far
 * @param parameters what its question marks stand for, in order
 */
record Question(StringBuilder sql, List<Object> parameters) {

  Question() {
    this(new StringBuilder(), new ArrayList<>());
  }

  Question add(String text) {
    sql.append(text);
    return this;
  }

  /** A value that came from a person: always a parameter. */
  Question value(Object value) {
    sql.append('?');
    parameters.add(value);
    return this;
  }

  Question add(Question other) {
    sql.append(other.sql);
    parameters.addAll(other.parameters);
    return this;
  }

  @Override
  public String toString() {
    return sql + " " + parameters;
  }
}
