package org.waymark.measurement.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.metrics.Metrics;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Metrics of one's own as forms: written, tried on the data, kept. */
@Controller
class DefinitionPages {
  private final Metrics metrics;
  private final DefinitionView view;
  private final TriedView trying;
  private final Access access;

  DefinitionPages(Metrics metrics, DefinitionView view, TriedView trying, Access access) {
    this.metrics = metrics;
    this.view = view;
    this.trying = trying;
    this.access = access;
  }

  /** An empty form, or one that begins like a metric there is. */
  @GetMapping("/metrics/new")
  ModelAndView begin(
      Caller caller,
      Frame frame,
      @RequestParam(name = "like", required = false) @Nullable String like) {
    access.require(caller, Action.CHANGE_METRICS, null);
    Form form = like == null ? DefinitionForm.blank() : like(metrics.get(like));
    return frame.show("metrics/definition", view.of(caller, frame, null, form, false));
  }

  @PostMapping("/metrics/new")
  ModelAndView make(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.CHANGE_METRICS, null);
    return written(caller, frame, form, null);
  }

  @GetMapping("/metrics/{metric}/edit")
  ModelAndView edit(Caller caller, Frame frame, @PathVariable("metric") String key) {
    access.require(caller, Action.CHANGE_METRICS, null);
    MetricDefinition metric = metrics.get(key);
    if (ShippedMetrics.find(key).isPresent()) {
      return frame.to("/metrics/new?like=" + key);
    }
    return frame.show("metrics/definition", view.of(caller, frame, metric));
  }

  @PostMapping("/metrics/{metric}/edit")
  ModelAndView change(Caller caller, Frame frame, Form form, @PathVariable("metric") String key) {
    access.require(caller, Action.CHANGE_METRICS, null);
    return written(caller, frame, form, metrics.get(key).key());
  }

  /** What a definition says of the data while it is written: a part of a page, nothing is kept. */
  @PostMapping("/metrics/look")
  ModelAndView look(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.CHANGE_METRICS, null);
    return frame.show("metrics/tried", trying.of(caller, frame, form, form.optional("of")));
  }

  private ModelAndView written(Caller caller, Frame frame, Form form, @Nullable String key) {
    return switch (form.text("do")) {
      case "look" -> frame.show("metrics/definition", view.of(caller, frame, key, form, false));
      case "more" -> frame.show("metrics/definition", view.of(caller, frame, key, form, true));
      case "take" -> taken(caller, frame, form, key);
      case "keep" -> kept(caller, frame, form, key);
      default -> saved(caller, frame, form, key);
    };
  }

  private ModelAndView saved(Caller caller, Frame frame, Form form, @Nullable String key) {
    try {
      if (form.text("label").isEmpty()) {
        throw InvalidInput.of("label", frame.t().of("metrics.define.unnamed"));
      }
      return define(caller, frame, DefinitionForm.json(form, key), form, key);
    } catch (InvalidInput refused) {
      Form again = DefinitionForm.with(form, refused);
      return frame.refused("metrics/definition", view.of(caller, frame, key, again, false));
    } catch (Conflict lost) {
      Form again = meanwhile(form, key).with("", frame.t().of("metrics.define.meanwhile"));
      return frame.show(
          "metrics/definition",
          view.of(caller, frame, key, again, false).beside(theirs(lost)),
          HttpStatus.CONFLICT);
    }
  }

  /** JSON that somebody wrote or brought along becomes the form. */
  private ModelAndView taken(Caller caller, Frame frame, Form form, @Nullable String key) {
    try {
      MetricDefinition metric = metrics.read(caller, json(frame, form, key));
      Form taken = DefinitionForm.written(metric);
      if (taken == null) {
        throw InvalidInput.of("json", frame.t().of("metrics.define.beyond"));
      }
      Form kept = view.version(taken, form.text("version"));
      return frame.show("metrics/definition", view.of(caller, frame, key, kept, false));
    } catch (InvalidInput refused) {
      return frame.refused("metrics/definition", view.json(caller, frame, key, form, refused));
    }
  }

  /** JSON is kept as it is written, whether a form could say it or not. */
  private ModelAndView kept(Caller caller, Frame frame, Form form, @Nullable String key) {
    try {
      return define(caller, frame, json(frame, form, key), form, key);
    } catch (InvalidInput refused) {
      return frame.refused("metrics/definition", view.json(caller, frame, key, form, refused));
    } catch (Conflict lost) {
      InvalidInput told = InvalidInput.of("json", frame.t().of("metrics.define.meanwhile"));
      return frame.show(
          "metrics/definition",
          view.json(caller, frame, key, meanwhile(form, key), told).beside(theirs(lost)),
          HttpStatus.CONFLICT);
    }
  }

  private ModelAndView define(
      Caller caller, Frame frame, JsonNode json, Form form, @Nullable String key) {
    if (key == null && metrics.find(json.path("key").stringValue("")).isPresent()) {
      throw InvalidInput.of("key", frame.t().of("metrics.define.taken"));
    }
    MetricDefinition made = metrics.define(caller, json, key == null ? 0 : form.version());
    return frame.to(
        "/metrics/" + made.key(),
        key == null ? "metrics.define.made" : "metrics.define.changed",
        made.label(),
        made.version());
  }

  private static ObjectNode json(Frame frame, Form form, @Nullable String key) {
    try {
      if (!(Json.mapper().readTree(form.text("json")) instanceof ObjectNode json)) {
        throw InvalidInput.of("json", frame.t().of("metrics.define.json.object"));
      }
      if (key != null && !key.equals(json.path("key").stringValue(""))) {
        throw InvalidInput.of("json", frame.t().of("metrics.define.json.key", key));
      }
      return json;
    } catch (JacksonException broken) {
      throw InvalidInput.of("json", frame.t().of("metrics.define.json.broken"));
    }
  }

  /** From here on the latest version has been seen. */
  private Form meanwhile(Form form, @Nullable String key) {
    return key == null ? form : view.version(form, Integer.toString(metrics.get(key).version()));
  }

  private static String theirs(Conflict lost) {
    return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(lost.current());
  }

  private static Form like(MetricDefinition metric) {
    Form form = DefinitionForm.written(metric);
    if (form == null) {
      return DefinitionForm.blank();
    }
    Map<String, List<String>> values = new LinkedHashMap<>(form.values());
    values.put("label", List.of());
    values.put("code", List.of());
    return new Form(values, List.of());
  }
}
