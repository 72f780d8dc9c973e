package org.guiyi.feed;

import java.util.List;

/** The tables of the warehouse a row of a feed may become, with the columns a definition may and must set. */
public enum LoadTable implements Keyed {
    ENROLMENT(
            "enrolment",
            List.of("programme"),
            List.of(
                    "category",
                    "from_date",
                    "to_date",
                    "exit_reason",
                    "institution_name",
                    "institution_code",
                    "class_name",
                    "grade",
                    "form")),
    PAYMENT(
            "payment",
            List.of("programme", "category", "amount_fen", "period_from"),
            List.of("period_to", "payment_type", "payment_result", "pay_month", "account")),
    ASSESSMENT("assessment", List.of("scale", "level", "assessed_on"), List.of("score", "assessor")),
    HEALTH_CHECK("health_check", List.of("programme", "checked_on"), List.of("institution_name")),
    DEATH("death", List.of("died_on"), List.of("registered_on", "registered_by", "state")),
    INSTITUTION("institution", List.of("name"), List.of("credit_code", "code", "kind", "address", "phone"));

    private final String key;
    private final List<String> required;
    private final List<String> optional;

    LoadTable(String key, List<String> required, List<String> optional) {
        this.key = key;
        this.required = required;
        this.optional = optional;
    }

    @Override
    public String key() {
        return key;
    }

    /** Columns that a definition must set. */
    public List<String> required() {
        return required;
    }

    /** Columns that a definition may set. */
    public List<String> optional() {
        return optional;
    }
}
