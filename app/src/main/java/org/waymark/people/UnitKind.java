package org.waymark.people;

import com.fasterxml.jackson.annotation.JsonValue;
import org.waymark.workspace.Fields;

/** The three sizes of a unit; the tree may nest them freely, a company only at the top. */
public enum UnitKind {
  COMPANY,
  DEPARTMENT,
  TEAM;

  /** The word for it in requests and answers. */
  @JsonValue
  public String word() {
    return Fields.word(this);
  }
}
