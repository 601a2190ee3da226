package org.waymark.web.comfort;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.OpenToAll;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Look;

/** Light, dark, or as the system has it: chosen on any page, which is then shown again. */
@Controller
class LookPages {

  @PostMapping("/look")
  @OpenToAll
  ModelAndView choose(
      Frame frame, Form form, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, Look.of(form.text("look")).cookie());
    return frame.to(whereTheyWere(request));
  }

  private static String whereTheyWere(HttpServletRequest request) {
    var from = address(request.getHeader(HttpHeaders.REFERER));
    if (from == null || !request.getServerName().equals(from.getHost())) {
      return "/";
    }
    var path = from.getRawPath();
    if (path == null || !path.startsWith("/") || path.startsWith("//")) {
      return "/";
    }
    return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
  }

  private static @Nullable URI address(@Nullable String referer) {
    try {
      return referer == null ? null : URI.create(referer);
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }
}
