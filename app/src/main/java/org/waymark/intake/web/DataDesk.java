package org.waymark.intake.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Caller;
import org.waymark.intake.ImportRow;
import org.waymark.intake.Imports;
import org.waymark.platform.Page;
import org.waymark.web.Form;
import org.waymark.web.Frame;

/** Sources, how they are doing, and what arrived. */
@Controller
class DataDesk {
  private final DeskView view;
  private final Imports imports;

  DataDesk(DeskView view, Imports imports) {
    this.view = view;
    this.imports = imports;
  }

  @GetMapping("/data")
  ModelAndView desk(Caller caller, Frame frame, @RequestParam @Nullable String cursor) {
    return frame.show("data/desk", view.of(caller, frame, Form.empty(), cursor));
  }

  @GetMapping("/data/sources/{code}")
  ModelAndView source(Caller caller, Frame frame, @PathVariable String code) {
    return frame.show("data/source", view.source(caller, frame, code));
  }

  @GetMapping("/data/imports")
  ModelAndView imports(Caller caller, Frame frame, @RequestParam @Nullable String cursor) {
    Page<ImportRow> page = imports.list(caller, cursor);
    return frame.show("data/imports", page);
  }
}
