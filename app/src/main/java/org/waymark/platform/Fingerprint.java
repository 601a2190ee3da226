package org.waymark.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * Tells whether two requests ask for the same: method, address and body. An upload is read from
 * disk, never into memory.
 */
final class Fingerprint {
  /** Fields of forms that are left out: a stored digest of a password could be guessed from. */
  private static final Set<String> SECRET = Set.of("password", "current", "secret");

  private final MessageDigest digest;

  private Fingerprint(MessageDigest digest) {
    this.digest = digest;
  }

  static byte[] of(HttpServletRequest request) throws IOException, ServletException {
    Fingerprint print = new Fingerprint(sha256());
    print.text(request.getMethod());
    print.text(request.getRequestURI());
    if (BoundedBodies.isMultipart(request)) {
      for (Part part : request.getParts()) {
        print.text(part.getName());
        print.text(part.getSubmittedFileName());
        try (InputStream content = part.getInputStream()) {
          print.stream(content);
        }
      }
    } else {
      BoundedBodies.Bounded body = WebUtils.getNativeRequest(request, BoundedBodies.Bounded.class);
      if (body != null) {
        print.text(request.getQueryString());
        print.bytes(body.body());
      } else {
        for (Map.Entry<String, String[]> field :
            new TreeMap<>(request.getParameterMap()).entrySet()) {
          print.text(field.getKey());
          if (!SECRET.contains(field.getKey())) {
            for (String value : field.getValue()) {
              print.text(value);
            }
          }
        }
      }
    }
    return print.digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private void text(@Nullable String text) {
    bytes(text == null ? new byte[] {0} : text.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(byte[] bytes) {
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private void stream(InputStream in) throws IOException {
    try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      long length = in.transferTo(sink);
      digest.update(ByteBuffer.allocate(8).putLong(length).array());
    }
  }
}
