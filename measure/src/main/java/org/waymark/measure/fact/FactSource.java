package org.waymark.measure.fact;

import java.util.List;

/** Where the rows of a file come from. */
public interface FactSource {

  /** Every row of a file, superseded and gone ones included, in any order. */
  List<Fact> rows(FactFile file);
}
