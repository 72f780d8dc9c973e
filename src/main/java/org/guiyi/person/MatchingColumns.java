package org.guiyi.person;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiyi.feed.FieldRole;
import org.guiyi.identifier.NameFlag;
import org.guiyi.identifier.PersonName;
import org.guiyi.identifier.Regions;
import org.guiyi.identifier.ResidentId;
import org.guiyi.matching.MatchingSpec;
import org.jspecify.annotations.Nullable;

/** Turns evidence into the columns that the matching spec names. */
final class MatchingColumns {

    private final List<Function<Evidence, @Nullable String>> columns;
    private final Regions regions;

    MatchingColumns(MatchingSpec spec, Regions regions) {
        this.regions = regions;
        this.columns = spec.columns().stream().map(this::column).toList();
    }

    @Nullable
    String[] of(Evidence evidence) {
        @Nullable String[] values = new String[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).apply(evidence);
        }
        return values;
    }

    private Function<Evidence, @Nullable String> column(String name) {
        return switch (name) {
            case "feed" -> evidence -> evidence.feed().id().value();
            case "role" -> Evidence::role;
            case "scope" -> Evidence::scope;
            case "name" -> evidence -> evidence.value(FieldRole.NAME);
            case "name_key" -> MatchingColumns::ownNameKey;
            case "name_sound" -> MatchingColumns::ownNameSound;
            case "sex" -> MatchingColumns::sex;
            case "birth_date" -> MatchingColumns::birth;
            case "ethnic" -> evidence -> evidence.value(FieldRole.ETHNIC);
            case "resident_id" -> evidence -> evidence.value(FieldRole.RESIDENT_ID);
            case "resident_id_trusted" -> evidence -> evidence.trusted() ? "1" : null;
            case "resident_id_pattern" -> evidence -> evidence.beside(FieldRole.RESIDENT_ID, "pattern");
            case "student_number" -> evidence -> number(evidence, FieldRole.STUDENT_NUMBER);
            case "disability_certificate" -> evidence -> number(evidence, FieldRole.DISABILITY_CERTIFICATE);
            case "birth_certificate" -> evidence -> evidence.value(FieldRole.BIRTH_CERTIFICATE);
            case "guardian_name" -> evidence -> nameKey(evidence, FieldRole.GUARDIAN_NAME);
            case "guardian_id" -> evidence -> evidence.value(FieldRole.GUARDIAN_RESIDENT_ID);
            case "carer_name" ->
                evidence -> Parent.isGuardian(evidence) ? null : nameKey(evidence, FieldRole.GUARDIAN_NAME);
            case "carer_id" ->
                evidence -> Parent.isGuardian(evidence) ? null : evidence.value(FieldRole.GUARDIAN_RESIDENT_ID);
            case "father_name" -> evidence -> nameKey(evidence, Parent.FATHER.nameIn(evidence));
            case "father_id" -> Parent.FATHER::number;
            case "mother_name" -> evidence -> nameKey(evidence, Parent.MOTHER.nameIn(evidence));
            case "mother_id" -> Parent.MOTHER::number;
            case "phone" -> MatchingColumns::phones;
            case "region" -> evidence -> Places.region(evidence, regions);
            case "address" -> evidence -> Places.address(evidence);
            case "residence" -> evidence -> evidence.value(FieldRole.RESIDENCE);
            case "institution" -> MatchingColumns::institution;
            case "one_row_per_person" ->
                evidence -> evidence.feed().oneRowPerPerson() && evidence.isSubject()
                        ? evidence.feed().id() + "/" + evidence.scope()
                        : null;
            case "child_or_adult" -> MatchingColumns::generation;
            default ->
                throw new IllegalStateException("jobs/matching/person.yaml names column " + name
                        + ", which the records don't have; known are those of docs/matching.md");
        };
    }

    /** The key with its wildcards; a weak name such as 未取名 says nothing. */
    private static @Nullable String ownNameKey(Evidence evidence) {
        String name = evidence.value(FieldRole.NAME);
        PersonName read = name == null ? null : PersonName.read(name);
        return read == null || read.has(NameFlag.WEAK) ? null : read.key();
    }

    private static @Nullable String ownNameSound(Evidence evidence) {
        String name = evidence.value(FieldRole.NAME);
        PersonName read = name == null ? null : PersonName.read(name);
        return read == null || read.has(NameFlag.WEAK) ? null : read.sound();
    }

    private static @Nullable String sex(Evidence evidence) {
        String said = evidence.value(FieldRole.SEX);
        String number = evidence.trusted() ? evidence.value(FieldRole.RESIDENT_ID) : null;
        return said != null || number == null
                ? said
                : ResidentId.of(number).map(id -> id.sex().code()).orElse(null);
    }

    private static @Nullable String birth(Evidence evidence) {
        String said = evidence.value(FieldRole.BIRTH_DATE);
        String number = evidence.trusted() ? evidence.value(FieldRole.RESIDENT_ID) : null;
        return said != null || number == null
                ? said
                : ResidentId.of(number).map(id -> id.birthDate().toString()).orElse(null);
    }

    /** A number from its own column, else one found inside the identity column. */
    private static @Nullable String number(Evidence evidence, FieldRole role) {
        String own = evidence.value(role);
        return own != null
                ? own
                : evidence.beside(FieldRole.RESIDENT_ID, role.name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String nameKey(Evidence evidence, FieldRole role) {
        String name = evidence.value(role);
        return name == null ? null : PersonName.read(name).key();
    }

    private static @Nullable String phones(Evidence evidence) {
        String joined = Stream.of(FieldRole.PHONE, FieldRole.GUARDIAN_PHONE)
                .map(evidence::value)
                .filter(Objects::nonNull)
                .map(phones -> phones.replace(';', '|'))
                .distinct()
                .collect(Collectors.joining("|"));
        return joined.isEmpty() ? null : joined;
    }

    private static @Nullable String institution(Evidence evidence) {
        return Stream.of(FieldRole.INSTITUTION_CREDIT_CODE, FieldRole.INSTITUTION_CODE, FieldRole.INSTITUTION_NAME)
                .map(evidence::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Related persons are adults; a subject's generation follows from the roster. */
    private static @Nullable String generation(Evidence evidence) {
        return evidence.isSubject() ? null : "adult";
    }
}
