package org.waymark;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Signs people in as a browser does, for tests of pages that need no browser. */
public final class SignIns {
  private SignIns() {}

  /** The session cookie of a member, to be sent as the header {@code Cookie}. */
  public static String cookie(String email) {
    String form =
        "email="
            + URLEncoder.encode(email, StandardCharsets.UTF_8)
            + "&password="
            + URLEncoder.encode(TestServer.PASSWORD, StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(TestServer.address() + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      return answer.headers().allValues("Set-Cookie").stream()
          .map(cookie -> cookie.split(";")[0])
          .filter(cookie -> !cookie.endsWith("="))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no session for " + email));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
