package org.waymark.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Finds the compiled template of a view name ({@code goals/list} is {@code goals/list.jte}) and
 * renders it whole before the first byte is sent, so that a template that fails becomes an error
 * page and never half a page.
 */
@Component
class JteViews implements ViewResolver, Ordered {
  private final TemplateEngine templates;

  JteViews() {
    templates =
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.waymark.templates");
    templates.setBinaryStaticContent(true);
    templates.setTrimControlStructures(true);
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    var template = name + ".jte";
    return templates.hasTemplate(template) ? new JteView(templates, template) : null;
  }

  @Override
  public int getOrder() {
    return 0;
  }

  /**
   * The content type matters: without it Spring's negotiation drops the view and answers a silent
   * 404.
   */
  private record JteView(TemplateEngine templates, String template) implements View {
    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      var page = new Utf8ByteOutput();
      templates.render(template, parameters(model), page);
      response.setContentType(getContentType());
      response.setContentLength(page.getContentLength());
      page.writeTo(response.getOutputStream());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parameters(@Nullable Map<String, ?> model) {
      return model == null ? Map.of() : (Map<String, Object>) model;
    }
  }
}
