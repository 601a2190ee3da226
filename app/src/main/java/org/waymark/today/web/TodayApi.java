package org.waymark.today.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.today.Today;
import org.waymark.today.TodayView;

/** Today for programs; asking is not looking, so nothing stops being news. */
@RestController
@RequestMapping("/api/v1/today")
class TodayApi {
  private final Today today;

  TodayApi(Today today) {
    this.today = today;
  }

  @GetMapping
  TodayView get(Caller caller) {
    return today.view(caller);
  }
}
