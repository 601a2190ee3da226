package org.waymark.library.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.library.Library;
import org.waymark.web.Finder;
import org.waymark.web.Texts;

/** The goals of the library that the workspace shows. */
@Component
class LibraryFinder implements Finder {
  private final Library library;

  LibraryFinder(Library library) {
    this.library = library;
  }

  @Override
  public List<Findable> findable(Caller caller, Texts texts) {
    LibraryWords words = new LibraryWords(texts);
    return library.list(caller, null, null, false).stream()
        .map(
            entry ->
                new Findable(
                    "library",
                    entry.statement(),
                    entry.result()
                        + " "
                        + (entry.metric() == null ? "" : words.metric(entry.metric()))
                        + " "
                        + entry.done(),
                    "",
                    "/library/" + entry.code()))
        .toList();
  }
}
