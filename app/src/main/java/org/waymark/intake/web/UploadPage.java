package org.waymark.intake.web;

import java.util.List;
import org.waymark.intake.Previews;
import org.waymark.intake.Uploads;
import org.waymark.web.Form;
import org.waymark.web.Option;

/** A file and the mapping it would be understood through, on its first rows. */
public record UploadPage(
    Uploads.Waiting file,
    Previews.Preview preview,
    Form form,
    Form json,
    List<Option> kinds,
    List<Option> unknown,
    List<String> fields,
    boolean several) {}
