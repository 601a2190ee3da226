package org.waymark.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an address or a form that cannot be decoded, or holds what no database keeps, before
 * anybody reads it: what {@link StrictJsonFactory} does for JSON. The fields of an upload are not
 * looked at here, because it would have to be read first.
 */
@Component
@Order(FilterOrder.PARAMETERS)
class ReadableParameters extends OncePerRequestFilter {
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return BoundedBodies.isMultipart(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (StrictJsonFactory.trouble(name) != null) {
                throw MalformedInput.of("address", "names a field with a NUL character in it");
              }
              for (String value : values) {
                String trouble = StrictJsonFactory.trouble(value);
                if (trouble != null) {
                  throw MalformedInput.of(name, trouble);
                }
              }
            });
    chain.doFilter(request, response);
  }
}
