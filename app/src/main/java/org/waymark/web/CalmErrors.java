package org.waymark.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.waymark.platform.ErrorPage;
import org.waymark.platform.Problem;

/**
 * What a person sees when something is not there, not allowed or broken: what happened, and where
 * to go from here.
 */
@Component
class CalmErrors implements ErrorPage {
  private final JteViews views;
  private final Frames frames;

  CalmErrors(JteViews views, @Lazy Frames frames) {
    this.views = views;
    this.frames = frames;
  }

  @Override
  public void show(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Frame frame = frames.evenWhenBroken(request, response);
    View view = views.resolveViewName("error", Locale.ROOT);
    if (view == null) {
      throw new IllegalStateException("The error page is missing from the build.");
    }
    try {
      view.render(
          Map.of("f", frame, "page", new ErrorView(problem, frame.t().of(next(problem.status())))),
          request,
          response);
    } catch (IOException broken) {
      throw broken;
    } catch (Exception broken) {
      throw new IOException(broken);
    }
  }

  private static String next(int status) {
    return switch (status) {
      case 401 -> "web.error.next.signin";
      case 403 -> "web.error.next.ask";
      case 404, 405 -> "web.error.next.address";
      case 409 -> "web.error.next.reload";
      case 413 -> "web.error.next.smaller";
      case 400, 422 -> "web.error.next.back";
      default -> status >= 500 ? "web.error.next.again" : "web.error.next.back";
    };
  }
}
