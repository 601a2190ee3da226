package org.waymark.workspace;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a goal can be about.
 *
 * @param within code of the area this one is a part of; null at the top
 * @param catalogue where it came from
 */
public record Area(
    UUID id, String code, String name, @Nullable String within, Catalogue catalogue, int version) {

  /** The two catalogues that ship with every workspace, and what a workspace added itself. */
  public enum Catalogue {
    HOT_SPOTS,
    CX_FUNCTIONS,
    OWN;

    /** The word for it in requests and answers. */
    @JsonValue
    public String word() {
      return Fields.word(this);
    }
  }
}
