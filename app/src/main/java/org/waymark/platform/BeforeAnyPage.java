package org.waymark.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Answers in our words what Tomcat turns away before any filter or page hears of it, such as an
 * address with a NUL character in it.
 */
@Component
class BeforeAnyPage implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final Problems problems;

  BeforeAnyPage(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new InOurWords(problems)));
  }

  private static final class InOurWords extends ErrorReportValve {
    private final Problems problems;

    InOurWords(Problems problems) {
      this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
      if (response.getStatus() < 400
          || response.getContentWritten() > 0
          || !response.setErrorReported()) {
        return; // somebody has answered
      }
      String id = Ids.next().toString();
      response.setHeader("X-Request-Id", id);
      SecurityHeaders.set(request, response);
      Problem problem = ContainerErrors.problem(response.getStatus()).requestId(id);
      try {
        problems.write(problem, request, response);
        response.finishResponse();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
