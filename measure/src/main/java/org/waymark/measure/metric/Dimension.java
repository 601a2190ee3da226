package org.waymark.measure.metric;

/** What a metric may be cut and filtered by: the unit, or a word of the interaction. */
public sealed interface Dimension {

  /** The name in the API. */
  String code();

  /** The unit an interaction belongs to; its values are the workspace's unit numbers. */
  record ByUnit() implements Dimension {
    @Override
    public String code() {
      return "unit";
    }
  }

  /** A word of the interaction, or a free attribute. */
  record ByText(Field.Text field) implements Dimension {
    @Override
    public String code() {
      return field.code();
    }
  }

  /**
   * When a customer came for the first time; its values are the first days of the periods. It
   * belongs to the customer and not to an interaction, so that it cuts but never filters.
   */
  record ByCohort() implements Dimension {
    @Override
    public String code() {
      return "cohort";
    }

    /** The exception for asking a single interaction for it. */
    public IllegalArgumentException notOfAnItem() {
      return new IllegalArgumentException("a cohort is the customer's, not the interaction's");
    }
  }

  Dimension COHORT = new ByCohort();
  Dimension UNIT = new ByUnit();
  Dimension KIND = new ByText(Field.Word.KIND);
  Dimension CHANNEL = new ByText(Field.Word.CHANNEL);
  Dimension PRODUCT = new ByText(Field.Word.PRODUCT);
  Dimension REGION = new ByText(Field.Word.REGION);
  Dimension TOPIC = new ByText(Field.Word.TOPIC);
  Dimension QUESTION = new ByText(Field.Word.QUESTION);
  Dimension TOUCHPOINT = new ByText(Field.Word.TOUCHPOINT);

  /** A free attribute by its bare name. */
  static Dimension attribute(String name) {
    return new ByText(new Field.Attribute(name));
  }

  /**
   * The dimension with this API name.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Dimension of(String code) {
    if (code.equals("unit")) {
      return UNIT;
    }
    if (code.equals("cohort")) {
      return COHORT;
    }
    Field field = Field.of(code);
    if (field instanceof Field.Text text) {
      return new ByText(text);
    }
    throw new IllegalArgumentException("not a dimension: " + code);
  }
}
