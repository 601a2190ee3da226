package org.waymark.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/**
 * Turns every exception into an answer: a problem document under {@code /api/}, a calm page
 * elsewhere.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private static final MalformedInput UPLOAD_UNREADABLE =
      MalformedInput.of(
          "upload",
          "cannot be read: it is cut off, has no boundary, too many parts, or a part whose name is"
              + " too long or holds a NUL character");

  private final ObjectProvider<ErrorPage> page;

  Problems(ObjectProvider<ErrorPage> page) {
    this.page = page;
  }

  @ExceptionHandler(Throwable.class)
  void answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (thrown instanceof AsyncRequestNotUsableException || response.isCommitted()) {
      LOG.debug("The answer could not be finished: {}", thrown.toString());
      return;
    }
    Problem problem = of(thrown).requestId(RequestIds.of(request));
    if (problem.status() >= 500) {
      LOG.error("{} {} failed.", request.getMethod(), withoutSecret(request), thrown);
    }
    if (thrown instanceof ErrorResponse known) {
      known
          .getHeaders()
          .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    }
    write(problem, request, response);
  }

  /** The address for the log: that of a calendar is itself a secret. */
  private static String withoutSecret(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/calendar/") ? "/calendar/..." : path;
  }

  /** Writes a problem as whoever asked can read it. */
  public void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setHeader("Cache-Control", "no-store");
    if (problem.status() == 401) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    if (problem.status() == 503) {
      response.setHeader("Retry-After", "5");
    }
    if (isApi(request)) {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding("UTF-8");
      response.getOutputStream().write(Json.mapper().writeValueAsBytes(problem));
    } else {
      response.setContentType("text/html;charset=UTF-8");
      page.getIfAvailable(BareErrorPage::new).show(problem, request, response);
    }
  }

  /** Whether the request speaks JSON to us rather than pages. */
  static boolean isApi(HttpServletRequest request) {
    String path =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
            ? failed
            : request.getRequestURI();
    return path.startsWith("/api/") || path.equals("/api") || path.equals("/ready");
  }

  static Problem of(Throwable thrown) {
    return switch (thrown) {
      case InvalidInput e -> Problem.of(422, "Not valid", detail(e)).errors(e.errors());
      case MalformedInput e -> Problem.of(400, "Cannot be read", detail(e)).errors(e.errors());
      case NotFound e -> Problem.of(404, "Not found", detail(e));
      case Forbidden e -> Problem.of(403, "Not allowed", detail(e));
      case NotSignedIn e -> Problem.of(401, "Not signed in", detail(e));
      case Conflict e -> Problem.of(409, "Changed meanwhile", detail(e)).current(e.current());
      case TooLarge e ->
          Problem.of(413, "Too large", detail(e))
              .errors(List.of(new FieldError(e.what(), detail(e))));
      case HttpMessageNotReadableException e -> unreadable(e);
      case JacksonException e -> of(Json.explain(e));
      case NoResourceFoundException e -> of(new NotFound("page"));
      case MethodArgumentTypeMismatchException e ->
          e.getParameter().hasParameterAnnotation(PathVariable.class)
              ? of(new NotFound(e.getName()))
              : of(MalformedInput.of(e.getName(), "cannot be understood; see the API description"));
      case MissingServletRequestParameterException e ->
          of(MalformedInput.of(e.getParameterName(), "is missing"));
      case MissingServletRequestPartException e ->
          of(MalformedInput.of(e.getRequestPartName(), "is missing"));
      case MultipartException e -> of(UPLOAD_UNREADABLE);
      case FileUploadException e -> of(UPLOAD_UNREADABLE);
      case InvalidFileNameException e -> of(UPLOAD_UNREADABLE);
      case InvalidParameterException e -> unreadable(e);
      case HttpMediaTypeNotSupportedException e ->
          Problem.of(
                  415,
                  "Content type not understood",
                  "Send " + wanted(e.getSupportedMediaTypes()) + ".")
              .errors(
                  List.of(
                      new FieldError(
                          "Content-Type", "must be " + wanted(e.getSupportedMediaTypes()))));
      case HttpRequestMethodNotSupportedException e ->
          Problem.of(
              405,
              "Not possible here",
              "This address answers " + methods(e.getSupportedHttpMethods()) + ".");
      case DuplicateKeyException e ->
          Problem.of(409, "Already there", "Something with the same name or key exists.");
      case DataIntegrityViolationException e -> {
        LOG.warn("The database refused a value that the types let pass.", e);
        yield Problem.of(
            422,
            "Not valid",
            "A value does not fit what is stored already. Check what it refers to.");
      }
      case CannotCreateTransactionException e -> unavailable();
      case DataAccessResourceFailureException e -> unavailable();
      case TransientDataAccessException e -> unavailable();
      case TransactionSystemException e -> unavailable();
      case ErrorResponse e when e.getStatusCode().value() < 500 ->
          Problem.of(
              e.getStatusCode().value(),
              String.valueOf(e.getBody().getTitle()),
              String.valueOf(e.getBody().getDetail()));
      default -> failed();
    };
  }

  private static Problem unreadable(HttpMessageNotReadableException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof TooLarge tooLarge) {
        return of(tooLarge);
      }
      if (cause instanceof JacksonException json) {
        return of(Json.explain(json));
      }
    }
    return of(new MalformedInput("The request body is missing or cannot be read."));
  }

  private static Problem unreadable(InvalidParameterException e) {
    return e.getErrorCode() == 413
        ? Problem.of(413, "Too large", "This form is larger than the server reads.")
        : Problem.of(
            400,
            "Cannot be read",
            "The address or the form cannot be read. Send valid UTF-8, all of it, and at most 1,000"
                + " fields.");
  }

  private static Problem unavailable() {
    return Problem.of(
        503,
        "Not ready",
        "The database does not answer right now. Nothing was changed; try again soon.");
  }

  private static Problem failed() {
    return Problem.of(
        500,
        "Our mistake",
        "Something went wrong on our side. Try again; if it stays, name this request id.");
  }

  private static String detail(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }

  private static String wanted(List<MediaType> types) {
    return types.isEmpty()
        ? "another content type"
        : types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(" or "));
  }

  private static String methods(@org.jspecify.annotations.Nullable Set<HttpMethod> methods) {
    return methods == null
        ? "other methods"
        : methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
  }
}
