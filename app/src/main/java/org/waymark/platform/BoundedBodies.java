package org.waymark.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what is read into memory from an API request. Uploads (multipart) are not bounded: they go
 * to disk as they arrive.
 */
@Component
@Order(FilterOrder.BODY)
class BoundedBodies extends OncePerRequestFilter {
  static final int LIMIT = 5 * 1024 * 1024;

  private final Problems problems;

  BoundedBodies(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !Problems.isApi(request) || isMultipart(request);
  }

  static boolean isMultipart(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.regionMatches(true, 0, MediaType.MULTIPART_FORM_DATA_VALUE, 0, 19);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      Problem problem =
          Problem.of(
              415,
              "Content encoding not understood",
              "Send the body as it is, without Content-Encoding.");
      problems.write(problem.requestId(RequestIds.of(request)), request, response);
      return;
    }
    if (request.getContentLengthLong() > LIMIT) {
      throw new TooLarge("request body", LIMIT);
    }
    chain.doFilter(new Bounded(request), response);
  }

  /** Reads its body once, when first asked, and no further than the bound. */
  static final class Bounded extends HttpServletRequestWrapper {
    private byte @Nullable [] body;

    Bounded(HttpServletRequest request) {
      super(request);
    }

    byte[] body() throws IOException {
      byte[] read = body;
      if (read == null) {
        read = super.getInputStream().readNBytes(LIMIT + 1);
        if (read.length > LIMIT) {
          throw new TooLarge("request body", LIMIT);
        }
        body = read;
      }
      return read;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new FromMemory(new ByteArrayInputStream(body()));
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class FromMemory extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    FromMemory(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("The body is read in one go.");
    }
  }
}
