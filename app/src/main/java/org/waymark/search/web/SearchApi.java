package org.waymark.search.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.search.Search;
import org.waymark.web.Texts;
import org.waymark.workspace.Workspaces;

/** {@code /api/v1/search}: what the caller may see, by what it is called. */
@RestController
class SearchApi {
  private final Search search;
  private final Workspaces workspaces;

  SearchApi(Search search, Workspaces workspaces) {
    this.search = search;
    this.workspaces = workspaces;
  }

  /**
   * What fits, best first.
   *
   * @param found how many things fit in all
   */
  record SearchResults(List<SearchResult> items, int found) {}

  /**
   * @param kind goal, metric, unit, member, cycle, area, library or page
   * @param detail what tells it from another of the same name; may be empty
   * @param page where a person can look at it, as a path on this server
   */
  record SearchResult(String kind, String name, String detail, String page) {}

  @GetMapping("/api/v1/search")
  SearchResults find(Caller caller, @RequestParam String q) {
    var found = search.find(caller, new Texts(workspaces.current().locale()), q);
    return new SearchResults(
        found.items().stream()
            .map(one -> new SearchResult(one.kind(), one.name(), one.detail(), one.address()))
            .toList(),
        found.all());
  }
}
