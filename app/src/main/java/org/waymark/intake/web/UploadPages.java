package org.waymark.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.intake.Previews;
import org.waymark.intake.Spool;
import org.waymark.intake.Uploads;
import org.waymark.metrics.Metrics;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A file on its way in: uploaded, looked at, corrected, imported. */
@Controller
class UploadPages {
  private final DeskView desk;
  private final Uploads uploads;
  private final Spool spool;
  private final Metrics metrics;
  private final Access access;

  UploadPages(DeskView desk, Uploads uploads, Spool spool, Metrics metrics, Access access) {
    this.desk = desk;
    this.uploads = uploads;
    this.spool = spool;
    this.metrics = metrics;
    this.access = access;
  }

  @PostMapping("/data/uploads")
  ModelAndView upload(Caller caller, Frame frame, HttpServletRequest request) {
    access.require(caller, Action.IMPORT, null);
    MultipartFile file =
        request instanceof MultipartHttpServletRequest several ? several.getFile("file") : null;
    if (file == null || file.isEmpty()) {
      return frame.refused(
          "data/desk",
          desk.of(
              caller, frame, Form.empty().with("file", frame.t().of("data.upload.none")), null));
    }
    Spool.Spooled spooled = spool.take(file);
    try {
      String name = file.getOriginalFilename();
      return frame.to(
          "/data/uploads/" + uploads.keep(caller, name == null ? "upload.csv" : name, spooled));
    } catch (InvalidInput refused) {
      spool.discard(spooled);
      return frame.refused("data/desk", desk.of(caller, frame, Form.empty().with(refused), null));
    }
  }

  @GetMapping("/data/uploads/{id}")
  ModelAndView look(Caller caller, Frame frame, @PathVariable UUID id) {
    return frame.show("data/upload", uploadPage(caller, frame, id, List.of()));
  }

  @PostMapping("/data/uploads/{id}")
  ModelAndView correct(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    JsonNode before = uploads.look(caller, id).mapping();
    try {
      uploads.correct(caller, id, MappingForm.read(form, before));
    } catch (InvalidInput refused) {
      return frame.refused(
          "data/upload", uploadPage(caller, frame, id, List.of()).withForm(form.with(refused)));
    }
    return form.text("do").equals("import")
        ? start(caller, frame, id)
        : frame.to("/data/uploads/" + id);
  }

  @PostMapping("/data/uploads/{id}/mapping")
  ModelAndView correctAsJson(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    uploads.get(caller, id);
    try {
      if (!(Json.mapper().readTree(form.text("json")) instanceof ObjectNode mapping)) {
        throw InvalidInput.of("json", frame.t().of("data.json.object"));
      }
      uploads.correct(caller, id, mapping);
      return frame.to("/data/uploads/" + id);
    } catch (JacksonException e) {
      UploadPage page = uploadPage(caller, frame, id, List.of());
      return frame.refused(
          "data/upload", page.withJson(form.with("json", frame.t().of("data.json.broken"))));
    } catch (InvalidInput refused) {
      return frame.refused(
          "data/upload", uploadPage(caller, frame, id, List.of()).withJson(form.with(refused)));
    }
  }

  @PostMapping("/data/uploads/{id}/removal")
  ModelAndView putAway(Caller caller, Frame frame, @PathVariable UUID id) {
    uploads.putAway(caller, id);
    return frame.to("/data", "data.upload.putAway");
  }

  private ModelAndView start(Caller caller, Frame frame, UUID id) {
    try {
      return frame.to("/data/imports/" + uploads.take(caller, id).id());
    } catch (InvalidInput refused) {
      return frame.refused("data/upload", uploadPage(caller, frame, id, refused.errors()));
    }
  }

  private UploadPage uploadPage(Caller caller, Frame frame, UUID id, List<FieldError> errors) {
    var preview = uploads.look(caller, id);
    String pretty =
        Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(preview.mapping());
    List<String> first = MappingForm.first(preview.mapping());
    boolean tallies = MappingForm.tallies(preview.mapping());
    Form shown =
        MappingForm.shown(preview.mapping())
            .with(
                errors.stream()
                    .map(e -> new FieldError(MappingForm.input(e.field()), e.reason()))
                    .toList());
    return new UploadPage(
        uploads.get(caller, id),
        preview,
        PreviewTable.of(frame, preview.items()),
        shown,
        Form.of(Map.of("json", pretty)),
        options(
            frame,
            "data.kind.",
            "survey",
            "case",
            "order",
            "claim",
            "subscription",
            "activity",
            "tally"),
        options(frame, "data.unknown.", "refuse", "create", "unassigned"),
        asked(frame, preview, first),
        asked(
            frame,
            preview,
            MappingForm.FIELDS.stream()
                .filter(field -> !first.contains(field))
                .filter(field -> tallies || !MappingForm.TALLIED.contains(field))
                .toList()),
        preview.mapping().path("rows").size() > 0);
  }

  private List<UploadPage.Asked> asked(Frame frame, Previews.Preview preview, List<String> fields) {
    List<Option> tallied =
        metrics.all().stream()
            .filter(metric -> metric.measure().acceptsTallies())
            .map(
                metric ->
                    new Option(metric.key(), metrics.words(metric, frame.t().locale()).label()))
            .toList();
    return fields.stream()
        .map(
            field ->
                new UploadPage.Asked(
                    field,
                    MappingForm.choices(
                        frame.t(), preview.mapping(), field, preview.header(), tallied)))
        .toList();
  }

  private static List<Option> options(Frame frame, String prefix, String... values) {
    return Stream.of(values).map(value -> new Option(value, frame.t().of(prefix + value))).toList();
  }
}
