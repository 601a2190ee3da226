package org.waymark.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id, found in its answer, on its error page and in every log line; answers
 * what no controller could.
 */
@Component
@Order(FilterOrder.REQUEST_ID)
class RequestIds extends OncePerRequestFilter {
  private static final String ATTRIBUTE = "waymark.requestId";

  private final Problems problems;

  RequestIds(Problems problems) {
    this.problems = problems;
  }

  /** The id of a request; empty before this filter saw it. */
  static String of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "";
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = Ids.next().toString();
    request.setAttribute(ATTRIBUTE, id);
    response.setHeader("X-Request-Id", id);
    MDC.put("requestId", id);
    try {
      chain.doFilter(request, response);
    } catch (ServletException e) {
      problems.answer(e.getRootCause() == null ? e : e.getRootCause(), request, response);
    } catch (FileUploadException | RuntimeException e) {
      problems.answer(e, request, response);
    } finally {
      MDC.remove("requestId");
    }
  }
}
