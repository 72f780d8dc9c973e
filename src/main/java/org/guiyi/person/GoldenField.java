package org.guiyi.person;

import java.util.Optional;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FieldRole;
import org.guiyi.feed.FieldValue;
import org.guiyi.feed.Load;
import org.guiyi.feed.LoadTable;
import org.guiyi.identifier.ResidentId;
import org.jspecify.annotations.Nullable;

/** A column of {@code warehouse.person} that is chosen among sources, and how it is read from one of them. */
enum GoldenField {
    NAME("name", FieldRole.NAME),
    SEX("sex", FieldRole.SEX),
    BIRTH_DATE("birth_date", FieldRole.BIRTH_DATE),
    ETHNIC("ethnic", FieldRole.ETHNIC),
    RESIDENT_ID("resident_id", FieldRole.RESIDENT_ID),
    REGISTERED_ADDRESS("registered_address", FieldRole.REGISTERED_ADDRESS),
    RESIDENCE("residence", FieldRole.RESIDENCE),
    PHONE("phone", FieldRole.PHONE),
    DEATH_REPORTED_ON("death_reported_on", null);

    private static final int WHOLE_DATE = 10;
    private static final String REVOKED = "REVOKED";

    private final String column;
    private final @Nullable FieldRole role;

    GoldenField(String column, @Nullable FieldRole role) {
        this.column = column;
        this.role = role;
    }

    /** Whether its values are identity numbers. */
    boolean isNumber() {
        return this == RESIDENT_ID;
    }

    /** A value and the field that it was read from. */
    record Reading(String value, String field) {}

    String column() {
        return column;
    }

    Optional<Reading> read(Evidence evidence) {
        return switch (this) {
            case NAME, ETHNIC, REGISTERED_ADDRESS, RESIDENCE, PHONE -> said(evidence);
            case RESIDENT_ID -> evidence.trusted() ? said(evidence) : Optional.empty();
            case BIRTH_DATE ->
                said(evidence)
                        .filter(reading -> reading.value().length() == WHOLE_DATE)
                        .or(() -> inNumber(evidence)
                                .map(id -> inNumber(evidence, id.birthDate().toString())));
            case SEX ->
                said(evidence)
                        .or(() -> inNumber(evidence)
                                .map(id -> inNumber(evidence, id.sex().code())));
            case DEATH_REPORTED_ON -> death(evidence);
        };
    }

    private Optional<Reading> said(Evidence evidence) {
        String field = role == null ? null : evidence.fieldOf(role);
        String value = field == null ? null : evidence.fields().get(field);
        return value == null || field == null
                ? Optional.empty()
                : Optional.of(new Reading(value, evidence.sourceOf(field)));
    }

    private static Optional<ResidentId> inNumber(Evidence evidence) {
        String number = evidence.trusted() ? evidence.value(FieldRole.RESIDENT_ID) : null;
        return number == null ? Optional.empty() : ResidentId.of(number);
    }

    private static Reading inNumber(Evidence evidence, String value) {
        String field = evidence.fieldOf(FieldRole.RESIDENT_ID);
        return new Reading(value, evidence.sourceOf(field == null ? "resident_id" : field));
    }

    private static Optional<Reading> death(Evidence evidence) {
        if (!evidence.isSubject()) {
            return Optional.empty();
        }
        return deathLoad(evidence.feed())
                .filter(load -> !REVOKED.equals(text(evidence, load.set().get("state"))))
                .flatMap(load -> load.set().get("died_on") instanceof FieldValue.Of of
                        ? Optional.ofNullable(evidence.fields().get(of.field()))
                                .filter(value -> value.length() == WHOLE_DATE)
                                .map(value -> new Reading(value, of.field()))
                        : Optional.empty());
    }

    private static Optional<Load> deathLoad(FeedDefinition feed) {
        return feed.loads().stream()
                .filter(load -> load.table() == LoadTable.DEATH)
                .findFirst();
    }

    private static @Nullable String text(Evidence evidence, @Nullable FieldValue value) {
        if (value instanceof FieldValue.Of of) {
            return evidence.fields().get(of.field());
        }
        return value instanceof FieldValue.Fixed fixed ? fixed.text() : null;
    }
}
