package org.waymark;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Somebody who is signed in and sends forms as a browser would, for what needs no browser. */
public final class Visitor {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String cookie;

  private Visitor(String cookie) {
    this.cookie = cookie;
  }

  /** The owner of a workspace. */
  public static Visitor of(TestServer.TestWorkspace workspace) {
    return of(workspace.owner().email());
  }

  /** A member who signs in with {@link TestServer#PASSWORD}. */
  public static Visitor of(String email) {
    return new Visitor(SignIns.cookie(email));
  }

  public HttpResponse<String> get(String path) {
    return send(to(path));
  }

  /** The same with one more cookie, such as the notice that a redirect brought. */
  public HttpResponse<String> get(String path, String more) {
    String here = path.replaceFirst("#.*", "");
    return send(
        HttpRequest.newBuilder(URI.create(TestServer.address() + here))
            .header("Cookie", cookie + "; " + more));
  }

  /** Sends a form of names and values in turns; redirects are not followed. */
  public HttpResponse<String> post(String path, String... fields) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      said.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", said))));
  }

  /** A request to complete by hand; the session is set. */
  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(TestServer.address() + path)).header("Cookie", cookie);
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
