package org.waymark.library;

import com.fasterxml.jackson.annotation.JsonValue;
import org.waymark.workspace.Fields;

/** Who in an organisation a goal is for. */
public enum Function {
  CONTACT_CENTRE,
  FRONT_OFFICE,
  BACK_OFFICE,
  DELIVERY,
  PRODUCT,
  SALES,
  SUCCESS;

  /** The word for it in requests, addresses and answers. */
  @JsonValue
  public String code() {
    return Fields.word(this);
  }
}
