package org.waymark.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * What stands around every page, and the three ways a handler answers: {@linkplain #show show} a
 * page, show it again because a form was {@linkplain #refused refused}, or send the person
 * {@linkplain #to on} with a notice. Handlers take it as an argument.
 *
 * @param t the texts in the reader's language
 * @param w figures and times in the reader's locale and the workspace's zone
 * @param visitor who is reading; null before sign-in
 * @param path of the page, without its query
 * @param now when the page is made
 * @param assets where style, script and icon are served
 * @param look light, dark, or as the reader's system has it
 * @param toast what the last action did, to be said once
 * @param mark from where on changes make this page old; null before sign-in
 */
public record Frame(
    Texts t,
    Words w,
    @Nullable Visitor visitor,
    String path,
    Instant now,
    Assets.Addresses assets,
    Look look,
    @Nullable Toast toast,
    @Nullable String mark) {

  /**
   * Answers 200 with the template of this name, which gets the frame as {@code f} and this record
   * as {@code page}.
   */
  public ModelAndView show(String template, Object page) {
    return show(template, page, HttpStatus.OK);
  }

  public ModelAndView show(String template, Object page, HttpStatus status) {
    return new ModelAndView(template, Map.of("f", this, "page", page), status);
  }

  /** Answers 422 with the form as it was typed and its mistakes beside the fields. */
  public ModelAndView refused(String template, Object page) {
    return show(template, page, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** Answers 303 to an address of ours; the next page says nothing special. */
  public ModelAndView to(String address) {
    return new ModelAndView(new SeeOther(address, null));
  }

  /**
   * Answers 303 to an address of ours; the next page says this text.
   *
   * @param notice key of the text
   */
  public ModelAndView to(String address, String notice, Object... arguments) {
    return new ModelAndView(new SeeOther(address, new Notice(notice, null, words(arguments))));
  }

  /**
   * Answers 303 to an address of ours; the next page says this text and offers for ten seconds to
   * undo it.
   *
   * @param undo the address of ours that takes a form with nothing but its key and undoes it
   * @param notice key of the text
   */
  public ModelAndView toUndoable(String address, String undo, String notice, Object... arguments) {
    return new ModelAndView(new SeeOther(address, new Notice(notice, undo, words(arguments))));
  }

  private static List<String> words(Object... arguments) {
    return Arrays.stream(arguments).map(String::valueOf).toList();
  }

  /** A fresh one-time key for one showing of a form: the same form sent twice has one effect. */
  public String key() {
    return UUID.randomUUID().toString();
  }
}
