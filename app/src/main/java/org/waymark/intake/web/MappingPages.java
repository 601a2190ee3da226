package org.waymark.intake.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.intake.SavedMappings;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import tools.jackson.databind.JsonNode;

/** Saved mappings: what they map, when they were last used, another name, away and back. */
@Controller
class MappingPages {
  private final SavedMappings mappings;
  private final Access access;

  MappingPages(SavedMappings mappings, Access access) {
    this.mappings = mappings;
    this.access = access;
  }

  @GetMapping("/data/mappings")
  ModelAndView list(Caller caller, Frame frame) {
    List<MappingListPage.Line> lines =
        mappings.list(caller).stream()
            .map(kept -> new MappingListPage.Line(kept, maps(frame, kept.mapping())))
            .toList();
    return frame.show("data/mappings", new MappingListPage(lines));
  }

  @GetMapping("/data/mappings/{id}")
  ModelAndView mapping(Caller caller, Frame frame, @PathVariable UUID id) {
    SavedMappings.Kept kept = mappings.kept(caller, id);
    return frame.show(
        "data/mapping", page(caller, frame, kept, Form.of(Map.of("name", kept.name()))));
  }

  @PostMapping("/data/mappings/{id}/name")
  ModelAndView rename(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      mappings.rename(caller, id, form.text("name"));
    } catch (InvalidInput refused) {
      return frame.refused(
          "data/mapping", page(caller, frame, mappings.kept(caller, id), form.with(refused)));
    }
    return frame.toUndoable(
        "/data/mappings",
        "/data/mappings/" + id + "/former-name",
        "data.mapping.renamed",
        mappings.kept(caller, id).name());
  }

  @PostMapping("/data/mappings/{id}/former-name")
  ModelAndView renameBack(Caller caller, Frame frame, @PathVariable UUID id) {
    mappings.renameBack(caller, id);
    return frame.to("/data/mappings", "data.mapping.renamed", mappings.kept(caller, id).name());
  }

  @PostMapping("/data/mappings/{id}/removal")
  ModelAndView remove(Caller caller, Frame frame, @PathVariable UUID id) {
    String name = mappings.kept(caller, id).name();
    mappings.remove(caller, id);
    return frame.toUndoable(
        "/data/mappings", "/data/mappings/" + id + "/return", "data.mapping.removed", name);
  }

  @PostMapping("/data/mappings/{id}/return")
  ModelAndView bringBack(Caller caller, Frame frame, @PathVariable UUID id) {
    mappings.bringBack(caller, id);
    return frame.to("/data/mappings", "data.mapping.back", mappings.kept(caller, id).name());
  }

  private MappingPage page(Caller caller, Frame frame, SavedMappings.Kept kept, Form form) {
    return new MappingPage(
        kept,
        maps(frame, kept.mapping()),
        Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(kept.mapping()),
        form,
        access.can(caller, Action.IMPORT, null));
  }

  /** "Each line is a case: Id, Started at, Channel." */
  private static String maps(Frame frame, JsonNode mapping) {
    JsonNode rows = mapping.path("rows");
    List<String> fields =
        MappingForm.FIELDS.stream()
            .filter(
                field ->
                    mapping.path("fields").has(field)
                        || (rows.size() > 0 && rows.get(0).path("fields").has(field)))
            .map(field -> frame.t().of("data.field." + field))
            .toList();
    String kind = mapping.path("kind").asString("");
    String what = frame.t().has("data.kind." + kind) ? frame.t().of("data.kind." + kind) : kind;
    return frame.t().of("data.mapping.maps", what, String.join(", ", fields));
  }
}
