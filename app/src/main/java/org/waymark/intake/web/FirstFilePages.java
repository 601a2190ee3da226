package org.waymark.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.waymark.intake.Doubt;
import org.waymark.intake.Facts;
import org.waymark.intake.Previews;
import org.waymark.intake.Spool;
import org.waymark.intake.Uploads;
import org.waymark.metrics.Metrics;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;

/**
 * A first file by somebody who maps nothing: dropped, understood, asked about where it is doubtful,
 * brought in. The careful way is in {@link UploadPages}, for the same waiting file.
 */
@Controller
class FirstFilePages {
  private final Uploads uploads;
  private final Spool spool;
  private final Facts facts;
  private final Metrics metrics;
  private final Access access;

  FirstFilePages(Uploads uploads, Spool spool, Facts facts, Metrics metrics, Access access) {
    this.uploads = uploads;
    this.spool = spool;
    this.facts = facts;
    this.metrics = metrics;
    this.access = access;
  }

  @GetMapping("/first")
  ModelAndView begin(Caller caller, Frame frame) {
    access.require(caller, Action.IMPORT, null);
    return frame.show("first/drop", page(caller, Form.empty()));
  }

  @PostMapping("/first/uploads")
  ModelAndView drop(Caller caller, Frame frame, HttpServletRequest request) {
    access.require(caller, Action.IMPORT, null);
    MultipartFile file =
        request instanceof MultipartHttpServletRequest several ? several.getFile("file") : null;
    if (file == null
        || file.getOriginalFilename() == null
        || file.getOriginalFilename().isBlank()) {
      return refused(caller, frame, Form.empty().with("file", frame.t().of("data.upload.none")));
    }
    Spool.Spooled spooled = spool.take(file);
    try {
      UUID id = uploads.keep(caller, file.getOriginalFilename(), spooled);
      uploads.begin(caller, id);
      return frame.to("/first/uploads/" + id);
    } catch (InvalidInput refused) {
      spool.discard(spooled);
      String name = file.getOriginalFilename();
      return refused(
          caller,
          frame,
          Form.empty()
              .with(
                  refused.errors().stream()
                      .map(e -> new FieldError("file", "“" + name + "” " + e.reason()))
                      .toList()));
    }
  }

  @GetMapping("/first/uploads/{id}")
  ModelAndView look(Caller caller, Frame frame, @PathVariable UUID id) {
    return frame.show("first/file", page(caller, frame, id, answered(caller, id)));
  }

  @PostMapping("/first/uploads/{id}")
  ModelAndView answer(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      uploads.answer(caller, id, form.values());
      if (!form.text("do").equals("bring")) {
        return frame.to("/first/uploads/" + id);
      }
      Previews.Preview preview = uploads.look(caller, id);
      if (preview.trouble() != null || preview.accepted() == 0) {
        return frame.refused("first/file", page(caller, frame, id, form));
      }
      return frame.to("/first/imports/" + uploads.take(caller, id).id());
    } catch (InvalidInput refused) {
      return frame.refused("first/file", page(caller, frame, id, form.with(refused)));
    }
  }

  private ModelAndView refused(Caller caller, Frame frame, Form form) {
    return frame.refused("first/drop", page(caller, form));
  }

  private FirstDropPage page(Caller caller, Form form) {
    return new FirstDropPage(form, uploads.latest(caller), !facts.knownUntil().isEmpty());
  }

  private Form answered(Caller caller, UUID id) {
    Map<String, List<String>> values = new LinkedHashMap<>(uploads.answered(caller, id));
    return new Form(values, List.of());
  }

  private FirstFilePage page(Caller caller, Frame frame, UUID id, Form form) {
    Previews.Preview preview = uploads.look(caller, id);
    List<FirstFilePage.Question> questions = new ArrayList<>();
    for (Doubt doubt : preview.doubts()) {
      List<Option> columns =
          doubt.columns().stream().map(column -> new Option(column, column)).toList();
      questions.add(
          new FirstFilePage.Question(
              doubt.about(),
              switch (doubt.about()) {
                case Doubt.ORDER ->
                    Stream.of("month", "day")
                        .map(way -> new Option(way, frame.t().of("first.order." + way)))
                        .toList();
                case Doubt.WHEN ->
                    Stream.concat(
                            columns.stream(),
                            Stream.of(new Option("=", frame.t().of("first.when.day"))))
                        .toList();
                default -> columns;
              },
              String.join(", ", doubt.columns())));
    }
    return new FirstFilePage(
        uploads.get(caller, id),
        preview,
        PreviewTable.of(frame, preview.items()),
        form,
        Stream.of("survey", "case", "order", "claim", "subscription", "activity", "tally")
            .map(kind -> new Option(kind, frame.t().of("data.kind." + kind)))
            .toList(),
        questions,
        preview.feeds().stream()
            .map(
                feed -> {
                  var words = metrics.words(metrics.get(feed.metric()), frame.t().locale());
                  return new FirstFilePage.Feed(words.label(), words.definition(), feed.lines());
                })
            .toList());
  }
}
