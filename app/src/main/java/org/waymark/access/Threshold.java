package org.waymark.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.waymark.platform.Actor;
import org.waymark.platform.NotSignedIn;

/**
 * Stands before every controller: nobody passes without a caller, unless it is {@link OpenToAll}.
 * Hands {@link Caller} and {@link SignedIn} to the handlers that ask for them.
 */
@Configuration(proxyBeanMethods = false)
class Threshold implements WebMvcConfigurer, HandlerInterceptor {

  private final Claimed claimed;

  Threshold(Claimed claimed) {
    this.claimed = claimed;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new FromRequest(Caller.class, Actor.ATTRIBUTE));
    resolvers.add(new FromRequest(SignedIn.class, SignedIn.ATTRIBUTE));
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod method)
        || isOpen(method)
        || OpenPaths.contain(request.getRequestURI())
        || request.getAttribute(Actor.ATTRIBUTE) instanceof Caller) {
      return true;
    }
    if (request.getRequestURI().startsWith("/api")) {
      throw new NotSignedIn();
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.LOCATION, claimed.yes() ? signIn(request) : "/setup");
    return false;
  }

  private static boolean isOpen(HandlerMethod method) {
    return method.hasMethodAnnotation(OpenToAll.class)
        || method.getBeanType().isAnnotationPresent(OpenToAll.class);
  }

  /** Where to sign in, and where to go on afterwards: on the page of the form that was sent. */
  private static String signIn(HttpServletRequest request) {
    String query = request.getQueryString();
    String next =
        request.getMethod().equals("GET")
            ? request.getRequestURI() + (query == null ? "" : "?" + query)
            : before(request);
    return next.isEmpty() || next.equals("/")
        ? "/sign-in"
        : "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }

  /** The page that a form was sent from, where it has the address of the form; empty otherwise. */
  private static String before(HttpServletRequest request) {
    try {
      URI page = new URI(Objects.requireNonNullElse(request.getHeader(HttpHeaders.REFERER), ""));
      boolean same = request.getRequestURI().equals(page.getRawPath());
      return same ? request.getRequestURI() : "";
    } catch (URISyntaxException noAddress) {
      return "";
    }
  }

  private record FromRequest(Class<?> type, String attribute)
      implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == type;
    }

    @Override
    public @Nullable Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      Object found = request.getAttribute(attribute, NativeWebRequest.SCOPE_REQUEST);
      if (!type.isInstance(found) && !parameter.isOptional()) {
        throw new NotSignedIn();
      }
      return found;
    }
  }
}
