package org.waymark.library.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * The library, narrowed as somebody asked.
 *
 * @param address of this page with what was asked for, for its next page
 * @param next where it goes on; null at the end
 */
public record LibraryPage(
    List<Card> cards,
    int found,
    Form form,
    List<Option> functions,
    List<Option> industries,
    boolean mayChange,
    boolean mayDraft,
    boolean narrowed,
    boolean hidden,
    String address,
    @Nullable String next) {

  /**
   * One entry in short.
   *
   * @param result what shows it, as a sentence with the modest end of the band
   * @param byHand whether people tell the number here
   */
  public record Card(
      String code,
      String statement,
      List<String> badges,
      String result,
      String process,
      boolean own,
      boolean byHand) {}
}
