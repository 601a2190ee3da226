package org.waymark.coach;

import java.util.List;

/** Something worth telling the writer of a goal. Says nothing when there is nothing to say. */
interface Rule {
  /** Its name in answers, which is also the key of its texts. */
  String name();

  /** Whether it needs the words of a language; the others run everywhere. */
  default boolean needsWords() {
    return true;
  }

  /** Whether it judges objectives, which may inspire and leave numbers to their key results. */
  default boolean judgesObjectives() {
    return false;
  }

  List<Finding> check(Understood goal);
}
