package org.waymark.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.HtmlUtils;

/** The page shown when no nicer one can be. */
final class BareErrorPage implements ErrorPage {
  @Override
  public void show(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String page =
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
        <body><main><h1>%s</h1><p>%s</p><p><a href="/">To the start</a></p><p><small>%s</small></p></main></body></html>
        """
            .formatted(
                HtmlUtils.htmlEscape(problem.title()),
                HtmlUtils.htmlEscape(problem.title()),
                HtmlUtils.htmlEscape(problem.detail()),
                HtmlUtils.htmlEscape(problem.requestId()));
    response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
  }
}
