package org.waymark.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Errors that the servlet container reports by itself, in our words. */
@Controller
class ContainerErrors implements ErrorController {
  private final Problems problems;

  ContainerErrors(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    problems.write(problem(status).requestId(RequestIds.of(request)), request, response);
  }

  /** What there is to say about a status alone. */
  static Problem problem(int status) {
    return status >= 500
        ? Problem.of(status, "Our mistake", "Something went wrong on our side. Try again.")
        : Problem.of(
            status,
            "Cannot be answered",
            "The request cannot be answered; check its address and form.");
  }
}
