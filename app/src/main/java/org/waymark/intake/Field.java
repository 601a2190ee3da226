package org.waymark.intake;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of an interaction that hold one value, under the names the API gives them. */
enum Field {
  ID("id"),
  REVISION("revision"),
  KIND("kind"),
  SOURCE("source"),
  STARTED_AT("startedAt"),
  RESPONDED_AT("respondedAt"),
  FINISHED_AT("finishedAt"),
  REOPENED_AT("reopenedAt"),
  DUE_AT("dueAt"),
  PAUSES("pauses"),
  CUSTOMER("customer"),
  UNIT("unit"),
  CHANNEL("channel"),
  PRODUCT("product"),
  REGION("region"),
  TOPIC("topic"),
  TOUCHPOINT("touchpoint"),
  QUESTION("question"),
  ABOUT_SOURCE("about.source"),
  ABOUT_ID("about.id"),
  SCALE("scale"),
  SCALE_MIN("scale.min"),
  SCALE_MAX("scale.max"),
  SCALE_TOP("scale.top"),
  SCORE("score"),
  WEIGHT("weight"),
  HANDLED_BY("handledBy"),
  CONTACTS("contacts"),
  COMPLAINT("complaint"),
  QUANTITY("quantity"),
  STATUS("status"),
  METRIC("metric"),
  NUMERATOR("numerator"),
  MISSED("missed"),
  DENOMINATOR("denominator");

  private static final Map<String, Field> BY_NAME = new HashMap<>();

  static {
    for (Field field : values()) {
      BY_NAME.put(field.label, field);
    }
  }

  private final String label;

  Field(String label) {
    this.label = label;
  }

  /** The field's name in JSON, in a mapping and in refusals. */
  String label() {
    return label;
  }

  static @Nullable Field named(String label) {
    return BY_NAME.get(label);
  }
}
