package org.waymark.measure.metric;

/** A field of an interaction that a condition may ask about. */
public sealed interface Field {

  /** The name in the API. */
  String code();

  /** A field that holds a word. */
  sealed interface Text extends Field {}

  /** The words every interaction may carry. */
  enum Word implements Text {
    KIND("kind", "kind"),
    CHANNEL("channel", "channel"),
    PRODUCT("product", "product"),
    REGION("region", "region"),
    TOPIC("topic", "topic"),
    TOUCHPOINT("touchpoint", "touchpoint"),
    QUESTION("question", "question"),
    SCALE("scale", "scale"),
    HANDLED_BY("handledBy", "handled_by"),
    STATUS("status", "status");

    private final String code;
    private final String column;

    Word(String code, String column) {
      this.code = code;
      this.column = column;
    }

    @Override
    public String code() {
      return code;
    }

    /** Its column in the files. */
    public String column() {
      return column;
    }
  }

  /**
   * A free attribute of the source.
   *
   * @param name as the source spells it: 1 to 100 characters, without quotation mark, backslash or
   *     control characters
   */
  record Attribute(String name) implements Text {
    static final String PREFIX = "attribute.";

    public Attribute {
      if (name.isBlank()
          || name.length() > 100
          || name.chars().anyMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c))) {
        throw new IllegalArgumentException("not the name of an attribute: " + name);
      }
    }

    @Override
    public String code() {
      return PREFIX + name;
    }
  }

  /** The numbers an interaction may carry. */
  enum Amount implements Field {
    SCORE("score", "score", 1_000_000),
    WEIGHT("weight", "weight", 1_000_000),
    QUANTITY("quantity", "quantity", 1_000_000),
    CONTACTS("contacts", "contacts", 1);

    private final String code;
    private final String column;
    private final long stored;

    Amount(String code, String column, long stored) {
      this.code = code;
      this.column = column;
      this.stored = stored;
    }

    @Override
    public String code() {
      return code;
    }

    /** Its column in the files. */
    public String column() {
      return column;
    }

    /** How the file holds a one: as 1,000,000 millionths or as 1. */
    public long stored() {
      return stored;
    }
  }

  /** The yes-or-no fields. */
  enum Flag implements Field {
    COMPLAINT("complaint", "complaint");

    private final String code;
    private final String column;

    Flag(String code, String column) {
      this.code = code;
      this.column = column;
    }

    @Override
    public String code() {
      return code;
    }

    /** Its column in the files. */
    public String column() {
      return column;
    }
  }

  /**
   * The field with this API name; {@code attribute.NAME} is a free attribute.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Field of(String code) {
    if (code.startsWith(Attribute.PREFIX)) {
      return new Attribute(code.substring(Attribute.PREFIX.length()));
    }
    for (Word one : Word.values()) {
      if (one.code.equals(code)) {
        return one;
      }
    }
    for (Amount one : Amount.values()) {
      if (one.code.equals(code)) {
        return one;
      }
    }
    for (Flag one : Flag.values()) {
      if (one.code.equals(code)) {
        return one;
      }
    }
    throw new IllegalArgumentException("unknown field: " + code);
  }
}
