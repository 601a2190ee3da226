package org.waymark.demo.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.demo.Demonstration;
import org.waymark.web.Form;
import org.waymark.web.ProgressBar;

/**
 * How it is with the example data.
 *
 * @param bar how far loading or removing is; null when neither is going on
 * @param stays what will stay when it is removed now
 * @param stayed what stayed when it was last removed
 */
public record ExamplePage(
    Demonstration.Status status,
    @Nullable ProgressBar bar,
    List<Demonstration.Kept> stays,
    List<Demonstration.Kept> stayed,
    Form form) {

  public boolean mayLoad() {
    return status instanceof Demonstration.Status.None none && none.mayLoad();
  }

  public boolean isThere() {
    return status instanceof Demonstration.Status.There;
  }

  public boolean isBroken() {
    return status instanceof Demonstration.Status.Broken;
  }

  public boolean isLoading() {
    return status instanceof Demonstration.Status.Busy busy && busy.loading();
  }

  /** How many goals of it people have taken further. */
  public int touched() {
    return status instanceof Demonstration.Status.There there ? there.touched() : 0;
  }
}
