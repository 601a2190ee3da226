package org.waymark.goals;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Somebody above who says where key results will be; goals only show what they say. */
public interface Foretelling {

  /** The newest that was said of each of these; nothing of one of which nothing was said. */
  Map<UUID, Foretold> newest(Collection<UUID> keyResults);

  /** What there would be to say of a course now. Nothing of it is kept. */
  Foretold foretell(Course course);
}
