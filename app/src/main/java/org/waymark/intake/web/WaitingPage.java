package org.waymark.intake.web;

import java.util.List;
import org.waymark.intake.WaitingLines;
import org.waymark.web.Form;

/** All refused lines that wait, by import. */
public record WaitingPage(List<WaitingLines.Waiting> imports, Form form, boolean mayImport) {

  public long lines() {
    return imports.stream().mapToLong(WaitingLines.Waiting::lines).sum();
  }

  /** Whether another mapping has been saved since for some of them. */
  public boolean anew() {
    return imports.stream().anyMatch(WaitingLines.Waiting::anew);
  }

  public boolean mapped() {
    return imports.stream().anyMatch(WaitingLines.Waiting::mapped);
  }
}
