package org.waymark.search.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.InvalidInput;
import org.waymark.search.Search;
import org.waymark.web.Form;
import org.waymark.web.Frame;

/** The search page; scripts show it above any page and ask it again with every letter. */
@Controller
class SearchPages {
  private final Search search;
  private final Places places;
  private final Access access;

  SearchPages(Search search, Places places, Access access) {
    this.search = search;
    this.places = places;
    this.access = access;
  }

  @GetMapping("/search")
  ModelAndView search(Caller caller, Frame frame, @RequestParam(defaultValue = "") String q) {
    access.require(caller, Action.READ, null);
    var form = Form.of(Map.of("q", q));
    if (q.isBlank()) {
      return frame.show("search/search", new SearchPage(form, null, places.of(caller, frame.t())));
    }
    try {
      var found = search.find(caller, frame.t(), q);
      var says =
          found.all() > found.items().size()
              ? frame.t().of("search.found.most", found.all(), found.items().size())
              : frame.t().of("search.found", found.all());
      return frame.show("search/search", new SearchPage(form, says, found.items()));
    } catch (InvalidInput tooLong) {
      return frame.refused("search/search", new SearchPage(form.with(tooLong), null, List.of()));
    }
  }
}
