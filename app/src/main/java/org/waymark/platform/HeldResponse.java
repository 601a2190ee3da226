package org.waymark.platform;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer that is kept back until the effect it speaks of is committed. */
final class HeldResponse extends HttpServletResponseWrapper {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private @Nullable PrintWriter writer;

  HeldResponse(HttpServletResponse response) {
    super(response);
  }

  byte[] body() {
    if (writer != null) {
      writer.flush();
    }
    return body.toByteArray();
  }

  void release() throws IOException {
    byte[] bytes = body();
    super.setContentLength(bytes.length);
    super.getOutputStream().write(bytes);
    super.flushBuffer();
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      @Override
      public void write(int b) {
        body.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        body.write(bytes, offset, length);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException("The answer is written in one go.");
      }
    };
  }

  @Override
  public PrintWriter getWriter() {
    PrintWriter current = writer;
    if (current == null) {
      current = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
      writer = current;
    }
    return current;
  }

  @Override
  public void sendRedirect(String location) {
    sendRedirect(location, SC_SEE_OTHER, true);
  }

  @Override
  public void sendRedirect(String location, int status, boolean clearBuffer) {
    if (clearBuffer) {
      resetBuffer();
    }
    setStatus(status);
    setHeader("Location", location);
  }

  @Override
  public void sendError(int status) {
    resetBuffer();
    setStatus(status);
  }

  @Override
  public void sendError(int status, String message) {
    sendError(status);
  }

  @Override
  public void resetBuffer() {
    writer = null;
    body.reset();
  }

  @Override
  public void flushBuffer() {
    // kept back until release()
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public void setContentLength(int length) {
    // set when released
  }

  @Override
  public void setContentLengthLong(long length) {
    // set when released
  }
}
