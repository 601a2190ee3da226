package org.waymark.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Kind;
import org.waymark.platform.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A first mapping for a file nobody has mapped yet, from its column names and first rows. It is
 * only a proposal: whatever is doubtful is said in its notes, and a person sees the first rows
 * through it before anything is taken in.
 */
record MappingProposal(ObjectNode mapping, List<String> notes, List<Doubt> doubts) {
  private static final int MOST_ATTRIBUTES = 8;
  private static final int MOST_QUESTIONS = 40;
  private static final int MOST_ID_COLUMNS = 6;
  private static final Pattern FULL_DATE_AT_END =
      Pattern.compile("[-_. ]?(19|20)\\d{2}[-_.]?\\d{2}[-_.]?\\d{2}$");

  static MappingProposal of(
      String fileName, Sample sample, ZoneId zone, @Nullable String rootUnit) {
    return new Maker(fileName, sample, zone, rootUnit).make();
  }

  private static final class Maker {
    private final String fileName;
    private final Sample sample;
    private final ZoneId zone;
    private final @Nullable String rootUnit;
    private final Set<String> used = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final ObjectNode mapping = Json.mapper().createObjectNode();
    private final ObjectNode fields = Json.mapper().createObjectNode();

    Maker(String fileName, Sample sample, ZoneId zone, @Nullable String rootUnit) {
      this.fileName = fileName;
      this.sample = sample;
      this.zone = zone;
      this.rootUnit = rootUnit;
    }

    MappingProposal make() {
      DateColumns dates = DateColumns.in(sample);
      List<String> questions = questions();
      String kind = kind(questions);
      TallyColumns tallies = kind.equals("case") ? TallyColumns.in(sample) : null;
      if (tallies != null) {
        kind = Kind.TALLY.code();
      }
      mapping.put("source", sourceCode());
      mapping.put("kind", kind);
      mapping.put("zone", zone.getId());
      if (!dates.patterns().isEmpty()) {
        var formats = mapping.putObject("formats").putArray("instant");
        dates.patterns().forEach(formats::add);
      }
      notes.addAll(dates.notes());
      doubts.addAll(dates.doubts());
      mapping.putArray("missing").add("").add("NULL");
      if (sample.format().delimiter() != ',') {
        mapping.put(
            "delimiter",
            sample.format().delimiter() == '\t'
                ? "tab"
                : String.valueOf(sample.format().delimiter()));
      }
      if (!sample.format().encoding().name().equals("UTF-8")) {
        mapping.put("encoding", sample.format().encoding().name().toLowerCase(Locale.ROOT));
        notes.add(
            "The file is not UTF-8; it is read as "
                + sample.format().encoding().name()
                + ". Check names with accents below.");
      }
      if (tallies != null) {
        tally(dates, tallies);
        attributes(dates, questions);
        mapping.set("fields", fields);
        return new MappingProposal(mapping, notes, doubts);
      }
      String id = id();
      dates(dates);
      plain("customer", "customerid", "customer", "clientid", "client", "accountid", "userid");
      plain(
          "channel",
          "channel",
          "source",
          "submittedvia",
          "via",
          "medium",
          "contactmethod",
          "origin");
      unit();
      plain("product", "product", "productname", "stockcode", "item");
      plain("region", "region", "country", "state");
      plain("topic", "topic", "category", "issue", "subcategory");
      plain("status", "orderstatus");
      if (kind.equals("order")) {
        plain("quantity", "quantity", "qty");
      }
      weight();
      if (!questions.isEmpty()) {
        questions(id, questions);
      }
      attributes(dates, questions);
      mapping.set("fields", fields);
      return new MappingProposal(mapping, notes, doubts);
    }

    /** Lines that are numbers already added up: which of which, for which span and which unit. */
    private void tally(DateColumns dates, TallyColumns tallies) {
      String year = named("year");
      String month = named("month");
      boolean months = dates.columns().isEmpty() && year != null && month != null;
      List<String> when =
          months ? List.of(year, month) : dates.columns().stream().limit(1).toList();
      List<String> words =
          sample.header().stream()
              .filter(column -> !column.isEmpty() && !when.contains(column))
              .filter(column -> !numeric(sample.values(column)) && !bare(column).endsWith("name"))
              .filter(column -> sample.values(column).stream().allMatch(v -> v.length() <= 30))
              .limit(MOST_ID_COLUMNS)
              .toList();
      List<String> together = new ArrayList<>(when);
      together.addAll(words);
      if (!together.isEmpty()) {
        fields.putObject("id").put("template", "{" + String.join("}:{", together) + "}");
      }
      if (months) {
        used.addAll(when);
        fields.putObject("startedAt").put("template", "{" + year + "}-{" + month + "}-1");
      } else {
        dates(dates);
      }
      if (!fields.has("finishedAt")) {
        fields
            .putObject("finishedAt")
            .put(
                "constant",
                TallyColumns.span(
                    sample,
                    months || when.isEmpty() ? null : when.getFirst(),
                    List.copyOf(dates.patterns())));
      }
      String metric = bare(tallies.part()).contains("satisf") ? "csat" : "on-time-share";
      fields.putObject("metric").put("constant", metric);
      fields.putObject(tallies.missed() ? "missed" : "numerator").put("column", tallies.part());
      fields.putObject("denominator").put("column", tallies.all());
      used.add(tallies.part());
      used.add(tallies.all());
      unit();
      if (!fields.has("unit")) {
        plain("unit", "orgcode", "site", "hospital", "store", "branch", "location", "carrier");
        if (fields.get("unit") instanceof ObjectNode unit) {
          unit.put("unknown", "create");
          if (rootUnit != null) {
            unit.put("under", rootUnit);
          }
        }
      }
      notes.add(
          "Each line looks like numbers already added up: "
              + tallies.part()
              + (tallies.missed() ? " did not make it, out of " : " out of ")
              + tallies.all()
              + ". Check the metric it is for ("
              + metric
              + " is proposed), how long a line covers, and which unit it belongs to.");
    }

    private @Nullable String named(String name) {
      return sample.header().stream().filter(c -> bare(c).equals(name)).findFirst().orElse(null);
    }

    private String sourceCode() {
      String stem = fileName.replaceAll("(?i)\\.gz$", "").replaceAll("(?i)\\.(csv|tsv|txt)$", "");
      stem = FULL_DATE_AT_END.matcher(stem).replaceFirst("");
      String code =
          stem.toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N}]+", "-")
              .replaceAll("^-+|-+$", "");
      return code.isEmpty() ? "file" : code.length() > 60 ? code.substring(0, 60) : code;
    }

    private String kind(List<String> questions) {
      if (!questions.isEmpty()) {
        return "survey";
      }
      if (has("invoiceno", "orderid", "orderno", "quantity", "ordernumber")) {
        return "order";
      }
      if (has("claimid", "claimno", "claimnumber")) {
        return "claim";
      }
      return has("churn", "tenure", "contract", "subscriptionid") ? "subscription" : "case";
    }

    private boolean has(String... names) {
      return sample.header().stream().map(Maker::bare).anyMatch(Set.of(names)::contains);
    }

    static String bare(String name) {
      return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The column, or the template of columns, that is different on every row of the sample. */
    private String id() {
      String best = null;
      int bestRank = 0;
      for (String column : sample.header()) {
        int rank = idRank(bare(column));
        if (rank > bestRank && unique(List.of(column))) {
          best = column;
          bestRank = rank;
        }
      }
      if (best != null) {
        used.add(best);
        fields.putObject("id").put("column", best);
        return "{" + best + "}";
      }
      List<String> candidates =
          sample.header().stream()
              .filter(c -> idRank(bare(c)) > 1 || bare(c).endsWith("code"))
              .limit(4)
              .toList();
      List<String> together = together(candidates);
      String template = "{" + String.join("}:{", together) + "}";
      fields.putObject("id").put("template", template);
      if (unique(together)) {
        notes.add(
            "No column is an id by itself: "
                + template
                + " is different on each of the first "
                + sample.rows().size()
                + " lines. Check that it stays the same when the file is sent again.");
      } else {
        notes.add(
            "No column is different on every line: "
                + template
                + " comes closest, and lines that share it would be refused or "
                + "taken for corrections of each other.");
        doubts.add(
            new Doubt(
                Doubt.ID, sample.header().stream().filter(c -> !c.isEmpty()).limit(60).toList()));
      }
      return template;
    }

    /** These columns, with as many others as it takes to tell the rows of the sample apart. */
    private List<String> together(List<String> candidates) {
      List<String> chosen =
          new ArrayList<>(
              candidates.stream().filter(column -> distinct(List.of(column)) > 0).toList());
      long apart = chosen.isEmpty() ? 0 : distinct(chosen);
      while (chosen.size() < MOST_ID_COLUMNS && apart < sample.rows().size()) {
        String best = null;
        long most = apart;
        for (String column : sample.header()) {
          List<String> more = new ArrayList<>(chosen);
          more.add(column);
          long now =
              column.isEmpty() || chosen.contains(column) || wordy(column) ? 0 : distinct(more);
          if (now > most) {
            best = column;
            most = now;
          }
        }
        if (best == null) {
          break;
        }
        chosen.add(best);
        apart = most;
      }
      return chosen.isEmpty() ? List.of(sample.header().getFirst()) : chosen;
    }

    private boolean wordy(String column) {
      return sample.values(column).stream().anyMatch(value -> value.length() > 60);
    }

    /** How many different rows these columns make; none when one of them has blanks. */
    private long distinct(List<String> columns) {
      List<Integer> places = columns.stream().map(sample.header()::indexOf).toList();
      Set<List<String>> seen = new HashSet<>();
      for (List<String> row : sample.rows()) {
        List<String> cells = places.stream().map(row::get).toList();
        if (cells.stream().anyMatch(cell -> cell.isEmpty() || cell.equalsIgnoreCase("NULL"))) {
          return 0;
        }
        seen.add(cells);
      }
      return seen.size();
    }

    private static int idRank(String name) {
      if (name.equals("id")
          || name.endsWith("enquiryid")
          || name.equals("caseid")
          || name.equals("ticketid")
          || name.equals("responseid")) {
        return 5;
      }
      if (name.equals("respnum")
          || name.endsWith("number")
          || name.endsWith("caseno")
          || name.endsWith("invoiceno")
          || name.endsWith("orderid")) {
        return 4;
      }
      if (name.startsWith("customer") || name.startsWith("user") || name.startsWith("agent")) {
        return name.endsWith("id") ? 1 : 0;
      }
      return name.endsWith("id") || name.endsWith("ref") || name.endsWith("key") ? 3 : 0;
    }

    private boolean unique(List<String> columns) {
      Set<String> seen = new HashSet<>();
      for (List<String> row : sample.rows()) {
        StringBuilder key = new StringBuilder();
        for (String column : columns) {
          String cell = row.get(sample.header().indexOf(column));
          if (cell.isEmpty()) {
            return false;
          }
          key.append(cell).append('\n');
        }
        if (!seen.add(key.toString())) {
          return false;
        }
      }
      return !sample.rows().isEmpty();
    }

    private void dates(DateColumns dates) {
      date(dates, "dueAt", "due", "target", "sla", "promis", "deadline");
      date(
          dates,
          "finishedAt",
          "close",
          "resolv",
          "finish",
          "deliver",
          "settle",
          "complet",
          "ended");
      date(dates, "reopenedAt", "reopen");
      date(dates, "respondedAt", "respon", "firstreply", "senttocompany", "answered");
      date(
          dates,
          "startedAt",
          "open",
          "start",
          "creat",
          "receiv",
          "submit",
          "invoice",
          "order",
          "date",
          "time",
          "placed",
          "notif",
          "");
      if (fields.has("startedAt")) {
        if (fields.has("finishedAt") && !mapping.has("snapshotAt")) {
          notes.add(
              "Say when the file was written (snapshotAt): until then its open items are known to be open. "
                  + "Without it, the moment of the upload is taken.");
          doubts.add(new Doubt(Doubt.WRITTEN, List.of()));
        }
        return;
      }
      String day = null;
      for (String column : sample.header()) {
        List<String> values = sample.values(column);
        if (bare(column).contains("date")
            && !values.isEmpty()
            && values.stream().allMatch(v -> v.matches("0?[1-9]|[12]\\d|3[01]"))) {
          day = column;
        }
      }
      if (day != null) {
        used.add(day);
        fields.putObject("startedAt").put("template", "YEAR-MONTH-{" + day + "}");
        notes.add(
            day
                + " looks like a day of the month: put its year and month in place of YEAR-MONTH, for example 2014-05-{"
                + day
                + "}.");
        doubts.add(new Doubt(Doubt.MONTH, List.of(day)));
      } else {
        notes.add(
            "No column holds a full date, and every interaction needs the moment it started: choose a column, a template or a constant.");
        doubts.add(
            new Doubt(
                Doubt.WHEN, sample.header().stream().filter(c -> !c.isEmpty()).limit(60).toList()));
      }
    }

    private void date(DateColumns dates, String field, String... words) {
      for (String word : words) {
        for (String column : dates.columns()) {
          if (!used.contains(column) && bare(column).contains(word)) {
            used.add(column);
            fields.putObject(field).put("column", column);
            return;
          }
        }
      }
    }

    private void plain(String field, String... names) {
      for (String name : names) {
        for (String column : sample.header()) {
          if (bare(column).equals(name)
              && !used.contains(column)
              && !sample.values(column).isEmpty()) {
            used.add(column);
            fields.putObject(field).put("column", column);
            return;
          }
        }
      }
    }

    private void unit() {
      plain("unit", "department", "team", "unit", "group", "queue", "office");
      if (fields.get("unit") instanceof ObjectNode unit) {
        unit.put("unknown", "create");
        if (rootUnit != null) {
          unit.put("under", rootUnit);
        }
      }
    }

    private void weight() {
      for (String column : sample.header()) {
        if (bare(column).equals("weight") && numeric(sample.values(column))) {
          used.add(column);
          fields.putObject("weight").put("column", column);
          return;
        }
      }
    }

    private static boolean numeric(List<String> values) {
      return !values.isEmpty() && values.stream().allMatch(v -> v.matches("-?\\d+([.,]\\d+)?"));
    }

    /** Columns with answers on a scale. */
    private List<String> questions() {
      List<String> found = new ArrayList<>();
      for (String column : sample.header()) {
        String name = bare(column);
        boolean named =
            name.matches(".*(nps|csat|score|rating|satisf|recommend).*")
                || name.matches("q\\d+[a-z]+.*");
        List<String> values = sample.values(column);
        Set<String> distinct = new LinkedHashSet<>(values);
        if (named
            && values.size() * 2 >= sample.rows().size()
            && distinct.size() >= 4
            && distinct.stream().allMatch(v -> v.matches("\\d|10"))
            && (name.contains("nps")
                || name.contains("recommend")
                || distinct.stream().allMatch(v -> v.matches("[0-6]")))
            && distinct.containsAll(Set.of("3", "4", "5"))) {
          found.add(column);
        }
      }
      return found.size() > MOST_QUESTIONS ? found.subList(0, MOST_QUESTIONS) : found;
    }

    private void questions(String id, List<String> questions) {
      if (questions.size() > 1) {
        fields.remove("id");
      }
      var rows = questions.size() > 1 ? mapping.putArray("rows") : null;
      for (String column : questions) {
        used.add(column);
        boolean nps = bare(column).contains("nps") || bare(column).contains("recommend");
        ObjectNode target = rows == null ? mapping : rows.addObject();
        var skip = target.putObject("skip").putArray(column);
        Scale scale = nps ? Scale.NPS : Scale.CSAT;
        Set<String> outside = new LinkedHashSet<>();
        sample.values(column).stream()
            .filter(
                v ->
                    Long.parseLong(v) * Scale.ONE < scale.min()
                        || Long.parseLong(v) * Scale.ONE > scale.max())
            .sorted()
            .forEach(outside::add);
        if (!nps) {
          outside.add("0");
          outside.add("6");
        }
        outside.forEach(skip::add);
        skip.add("");
        ObjectNode own = rows == null ? fields : target.putObject("fields");
        if (rows != null) {
          own.putObject("id")
              .put("template", id + ":" + column.toLowerCase(Locale.ROOT).replace(' ', '-'));
        }
        own.putObject("score").put("column", column);
        own.putObject("scale").put("constant", scale.code());
        own.putObject("question")
            .put("constant", column.toLowerCase(Locale.ROOT).replace(' ', '-'));
      }
      if (questions.size() > 1) {
        doubts.add(new Doubt(Doubt.QUESTIONS, questions));
      }
      notes.add(
          questions.size() == 1
              ? "The score is read from "
                  + questions.getFirst()
                  + ". Answers outside the scale are skipped: check them."
              : "Each line becomes up to "
                  + questions.size()
                  + " surveys, one for each question; answers outside 1 to 5 are skipped. "
                  + "Remove the questions that no goal needs.");
    }

    /** Further columns with few different words. */
    private void attributes(DateColumns dates, List<String> questions) {
      var attributes = Json.mapper().createArrayNode();
      for (String column : sample.header()) {
        List<String> values = sample.values(column);
        long distinct = new HashSet<>(values).size();
        boolean words =
            !numeric(values) && distinct > 1 && distinct <= Math.max(60, sample.rows().size() / 4);
        if (!column.isEmpty()
            && !used.contains(column)
            && !dates.columns().contains(column)
            && !questions.contains(column)
            && words
            && sample.header().indexOf(column) == sample.header().lastIndexOf(column)
            && attributes.size() < MOST_ATTRIBUTES) {
          attributes.add(column);
        }
      }
      if (!attributes.isEmpty()) {
        fields.set("attributes", attributes);
      }
    }
  }
}
