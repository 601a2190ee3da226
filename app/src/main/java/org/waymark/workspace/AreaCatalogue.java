package org.waymark.workspace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The areas every workspace starts with: the four hot spots with two sub-areas each, the customer
 * sub-area with its four categories, and the four CX functions.
 */
final class AreaCatalogue {

  /** One shipped area; {@code within} names another that comes before it. */
  record Shipped(String code, String name, @Nullable String within, Area.Catalogue catalogue) {}

  static final List<Shipped> ALL =
      List.of(
          spot("business", "Business", null),
          spot("product-service", "Product or service", "business"),
          spot("customer", "Customer", "business"),
          spot("purchasing-experience", "Purchasing experience", "customer"),
          spot("understanding-needs", "Understanding needs", "customer"),
          spot("customer-service", "Customer service", "customer"),
          spot("delivery-access", "Delivery and distribution, access", "customer"),
          spot("social-impact", "Social impact", null),
          spot("measurement-options", "Measurement options", "social-impact"),
          spot("impact-goals", "Goals", "social-impact"),
          spot("operations", "Operations", null),
          spot("staffing", "Staffing", "operations"),
          spot("processes", "Processes", "operations"),
          spot("marketing", "Marketing", null),
          spot("promotion", "Promotion", "marketing"),
          spot("sales", "Sales", "marketing"),
          function("overall-experience", "Overall experience"),
          function("contact-centre", "Contact centre"),
          function("front-office", "Front office"),
          function("back-office", "Back office"));

  private AreaCatalogue() {}

  private static Shipped spot(String code, String name, @Nullable String within) {
    return new Shipped(code, name, within, Area.Catalogue.HOT_SPOTS);
  }

  private static Shipped function(String code, String name) {
    return new Shipped(code, name, null, Area.Catalogue.CX_FUNCTIONS);
  }
}
