package org.waymark.library;

import com.fasterxml.jackson.annotation.JsonValue;
import org.waymark.workspace.Fields;

/** Where a goal fits. */
public enum Industry {
  INSURANCE,
  RETAIL,
  TRAVEL,
  SOFTWARE,
  PUBLIC_SERVICE,
  SOCIAL_ENTERPRISE;

  /** The word for it in requests, addresses and answers. */
  @JsonValue
  public String code() {
    return Fields.word(this);
  }
}
