package org.waymark.intake.web;

import java.util.List;
import org.waymark.intake.Previews;
import org.waymark.intake.Uploads;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * A file and the mapping it would be understood through, on its first rows.
 *
 * @param first the fields to look at first
 * @param others the fields that hardly any file has, or that nothing fills
 * @param several whether each line is taken for several interactions
 */
public record UploadPage(
    Uploads.Waiting file,
    Previews.Preview preview,
    PreviewTable table,
    Form form,
    Form json,
    List<Option> kinds,
    List<Option> unknown,
    List<Asked> first,
    List<Asked> others,
    boolean several) {

  /** One field and what it may be filled with. */
  public record Asked(String field, List<Option> choices) {}

  UploadPage withForm(Form corrected) {
    return new UploadPage(
        file, preview, table, corrected, json, kinds, unknown, first, others, several);
  }

  UploadPage withJson(Form corrected) {
    return new UploadPage(
        file, preview, table, form, corrected, kinds, unknown, first, others, several);
  }
}
