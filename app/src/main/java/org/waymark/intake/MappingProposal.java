package org.waymark.intake;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Kind;
import org.waymark.platform.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A first mapping for a file nobody has mapped yet, from its column names and first rows. It is
 * only a proposal: whatever is doubtful is said in its notes, and a person sees the first rows
 * through it before anything is taken in.
 *
 * @param doubts what only a person can know
 */
record MappingProposal(ObjectNode mapping, List<String> notes, List<Doubt> doubts) {
  private static final int MOST_ATTRIBUTES = 8;
  private static final int LONGEST_SOURCE = 60;
  private static final Pattern FULL_DATE_AT_END =
      Pattern.compile("[-_. ]?(19|20)\\d{2}[-_.]?\\d{2}[-_.]?\\d{2}$");

  /**
   * @param rootUnit the key of the unit under which unknown ones are made, where there is one
   */
  static MappingProposal of(
      String fileName, Sample sample, ZoneId zone, @Nullable String rootUnit) {
    ProposalDraft draft = new ProposalDraft(sample, rootUnit);
    DateColumns dates = DateColumns.in(sample);
    QuestionColumns questions = QuestionColumns.in(sample);
    String kind = kind(sample, questions);
    TallyColumns tallies = kind.equals("case") ? TallyColumns.in(sample) : null;
    draft.mapping.put("source", sourceCode(fileName));
    draft.mapping.put("kind", tallies == null ? kind : Kind.TALLY.code());
    draft.mapping.put("zone", zone.getId());
    format(draft, dates);
    if (tallies == null) {
      items(draft, dates, questions, kind);
    } else {
      tallies.propose(draft, dates);
    }
    attributes(draft, dates, questions);
    return draft.done();
  }

  private static String sourceCode(String fileName) {
    String stem = fileName.replaceAll("(?i)\\.gz$", "").replaceAll("(?i)\\.(csv|tsv|txt)$", "");
    stem = FULL_DATE_AT_END.matcher(stem).replaceFirst("");
    String code =
        stem.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
    return code.isEmpty()
        ? "file"
        : code.length() > LONGEST_SOURCE ? code.substring(0, LONGEST_SOURCE) : code;
  }

  private static String kind(Sample sample, QuestionColumns questions) {
    if (!questions.columns().isEmpty()) {
      return "survey";
    }
    if (sample.has("invoiceno", "orderid", "orderno", "quantity", "ordernumber")) {
      return "order";
    }
    if (sample.has("claimid", "claimno", "claimnumber")) {
      return "claim";
    }
    return sample.has("churn", "tenure", "contract", "subscriptionid") ? "subscription" : "case";
  }

  /** How the file is written: dates, blanks, delimiter, encoding. */
  private static void format(ProposalDraft draft, DateColumns dates) {
    if (!dates.patterns().isEmpty()) {
      ArrayNode formats = draft.mapping.putObject("formats").putArray("instant");
      dates.patterns().forEach(formats::add);
    }
    draft.notes.addAll(dates.notes());
    draft.doubts.addAll(dates.doubts());
    draft.mapping.putArray("missing").add("").add("NULL");
    char delimiter = draft.sample.format().delimiter();
    if (delimiter != ',') {
      draft.mapping.put("delimiter", delimiter == '\t' ? "tab" : String.valueOf(delimiter));
    }
    String encoding = draft.sample.format().encoding().name();
    if (!encoding.equals("UTF-8")) {
      draft.mapping.put("encoding", encoding.toLowerCase(Locale.ROOT));
      draft.notes.add(
          "The file is not UTF-8; it is read as " + encoding + ". Check names with accents below.");
    }
  }

  /** Lines that are one interaction each, or several answers of one person. */
  private static void items(
      ProposalDraft draft, DateColumns dates, QuestionColumns questions, String kind) {
    String id = IdColumns.propose(draft);
    MomentColumns.propose(draft, dates);
    draft.named("customer", "customerid", "customer", "clientid", "client", "accountid", "userid");
    draft.named(
        "channel", "channel", "source", "submittedvia", "via", "medium", "contactmethod", "origin");
    draft.unit("department", "team", "unit", "group", "queue", "office");
    draft.named("product", "product", "productname", "stockcode", "item");
    draft.named("region", "region", "country", "state");
    draft.named("topic", "topic", "category", "issue", "subcategory");
    draft.named("status", "orderstatus");
    if (kind.equals("order")) {
      draft.named("quantity", "quantity", "qty");
    }
    String weight = draft.sample.named("weight");
    if (weight != null && draft.sample.numeric(weight)) {
      draft.column("weight", weight);
    }
    if (!questions.columns().isEmpty()) {
      questions.propose(draft, id);
    }
  }

  /** Further columns with few different words. */
  private static void attributes(
      ProposalDraft draft, DateColumns dates, QuestionColumns questions) {
    Sample sample = draft.sample;
    ArrayNode attributes = Json.mapper().createArrayNode();
    for (String column : sample.header()) {
      long distinct = new HashSet<>(sample.values(column)).size();
      boolean words =
          !sample.numeric(column)
              && distinct > 1
              && distinct <= Math.max(60, sample.rows().size() / 4);
      if (!column.isEmpty()
          && draft.isFree(column)
          && !dates.columns().contains(column)
          && !questions.columns().contains(column)
          && words
          && sample.header().indexOf(column) == sample.header().lastIndexOf(column)
          && attributes.size() < MOST_ATTRIBUTES) {
        attributes.add(column);
      }
    }
    if (!attributes.isEmpty()) {
      draft.fields.set("attributes", attributes);
    }
  }
}
