package org.waymark.web.live;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.Changes;

/**
 * What changes while a page is open: as a stream of server-sent events, or, asked for JSON, what
 * has changed up to now. Only names are told, never contents: the page fetches itself again, and so
 * is shown what its reader may see.
 */
@Controller
class LivePages {
  /** After this long a stream ends and the browser asks anew, so that who left is noticed. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** How often a silent stream shows that it lives. */
  private static final Duration BEAT = Duration.ofSeconds(15);

  private final Changes changes;
  private final OpenPages pages;
  private final Access access;

  LivePages(Changes changes, OpenPages pages, Access access) {
    this.changes = changes;
    this.pages = pages;
    this.access = access;
  }

  @GetMapping(path = "/live", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Changes.News news(Caller caller, @RequestParam @Nullable String since) {
    access.require(caller, Action.READ, null);
    return changes.since(caller.workspace(), since);
  }

  @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void stream(
      Caller caller,
      HttpServletResponse response,
      @RequestParam @Nullable String since,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last)
      throws IOException {
    access.require(caller, Action.READ, null);
    if (!pages.enter(caller.member())) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT); // tells a browser not to ask again
      return;
    }
    try {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      follow(caller, last == null ? since : last, response.getOutputStream());
    } catch (IOException gone) {
      response.setStatus(HttpServletResponse.SC_OK); // the page was closed: nothing to answer
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      pages.leave(caller.member());
    }
  }

  private void follow(Caller caller, @Nullable String from, OutputStream out)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    String mark = from == null ? changes.mark(caller.workspace()) : from;
    write(out, "retry: 3000\n\n");
    while (System.nanoTime() < end) {
      var news = changes.await(caller.workspace(), mark, BEAT);
      mark = news.mark();
      write(out, event(news));
    }
  }

  private static String event(Changes.News news) {
    if (news.none()) {
      return ": still here\n\n";
    }
    var event = new StringBuilder("id: ").append(news.mark()).append('\n');
    if (news.everything()) {
      event.append("event: everything\ndata:\n");
    } else {
      event.append("event: changed\n");
      news.changes()
          .forEach(
              change ->
                  event
                      .append("data: ")
                      .append(change.kind())
                      .append(' ')
                      .append(change.id())
                      .append('\n'));
    }
    return event.append('\n').toString();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
