package org.waymark.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JacksonException;

/**
 * Routes of the API that change something without being told anything more, such as starting a
 * goal: what is sent along all the same is read as strictly as elsewhere. An empty object says
 * nothing, so it may come; a field would have no effect, so it is refused.
 */
@Configuration(proxyBeanMethods = false)
class BodilessRoutes implements WebMvcConfigurer, HandlerInterceptor {
  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

  /** What such a body may hold. */
  private record Nothing() {}

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).order(1); // after whoever asks who is there
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException, HttpMediaTypeNotSupportedException {
    if (handler instanceof HandlerMethod method
        && Problems.isApi(request)
        && CHANGING.contains(request.getMethod())
        && !readsItsBody(request, method)) {
      refuseAnything(request);
    }
    return true;
  }

  /** Whether the handler is given the body, or takes an upload apart by itself. */
  private static boolean readsItsBody(HttpServletRequest request, HandlerMethod method) {
    return (BoundedBodies.isMultipart(request) && takesUploads(method))
        || Arrays.stream(method.getMethodParameters())
            .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
  }

  private static boolean takesUploads(HandlerMethod method) {
    RequestMapping mapping = method.getMethodAnnotation(RequestMapping.class);
    return mapping != null
        && List.of(mapping.consumes()).contains(MediaType.MULTIPART_FORM_DATA_VALUE);
  }

  private static void refuseAnything(HttpServletRequest request)
      throws IOException, HttpMediaTypeNotSupportedException {
    String type = request.getContentType();
    boolean json =
        type != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
    if (!json && hasBody(request)) {
      throw new HttpMediaTypeNotSupportedException(
          String.valueOf(request.getHeader(HttpHeaders.CONTENT_TYPE)),
          List.of(MediaType.APPLICATION_JSON));
    }
    byte[] body = request.getInputStream().readAllBytes();
    if (body.length > 0) {
      try {
        Json.mapper().readValue(body, Nothing.class);
      } catch (JacksonException e) {
        throw Json.explain(e);
      }
    }
  }

  /** A form has been read by now, so its length tells. */
  private static boolean hasBody(HttpServletRequest request) throws IOException {
    return request.getContentLengthLong() > 0 || request.getInputStream().readNBytes(1).length > 0;
  }
}
