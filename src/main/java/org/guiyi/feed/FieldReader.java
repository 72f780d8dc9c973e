package org.guiyi.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one entry of {@code fields}; the conditional requirement is compiled later, when all fields are known. */
final class FieldReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final FaultLog faults;
    private final Predicate<String> codeListExists;
    private final List<String> missingValues;

    FieldReader(FaultLog faults, Predicate<String> codeListExists, List<String> missingValues) {
        this.faults = faults;
        this.codeListExists = codeListExists;
        this.missingValues = missingValues;
    }

    /** The field, or nothing when its name is missing or not usable; everything else wrong is noted and passed over. */
    Optional<FieldDraft> read(Section section, int index) {
        Optional<Scalar> name = section.requiredText("name").filter(this::isName);
        Optional<Scalar> title = section.requiredText("title");
        Optional<FieldRole> role = section.choice("role", FieldRole.class);
        FieldType type = type(section, role);
        List<Scalar> aliases = section.texts("aliases");
        Optional<Scalar> requiredWhen = section.text("required_when");
        Optional<Scalar> whenEmpty = section.text("default");
        Field field = new Field(
                index,
                name.map(Scalar::text).orElse("?"),
                title.map(Scalar::text).orElse("?"),
                aliases.stream().map(Scalar::text).toList(),
                type,
                role,
                codes(section, type),
                constraints(section, type),
                only(section, "expected", type, FieldType.IDENTITY),
                only(section, "future", type, FieldType.DATE, FieldType.YEARMONTH),
                Optional.empty(),
                severity(section, type),
                whenEmpty.map(Scalar::text).map(FieldValue::parse),
                missingValues(section),
                section.choice("personal", Personal.class).orElse(Personal.NONE),
                section.choice("correct", Correct.class).orElse(Correct.STEWARD),
                section.text("example").map(Scalar::text),
                section.text("description").map(Scalar::text));
        section.end();
        return name.map(scalar -> new FieldDraft(field, scalar, title, aliases, requiredWhen, whenEmpty));
    }

    private boolean isName(Scalar name) {
        boolean good = NAME.matcher(name.text()).matches() && !RuleLanguage.RESERVED.contains(name.text());
        if (!good) {
            faults.add(name.place(), "NAME_FORM", "name", name.text());
        }
        return good;
    }

    private FieldType type(Section section, Optional<FieldRole> role) {
        Optional<FieldType> written = section.choice("type", FieldType.class);
        FieldType ofRole = role.map(FieldRole::type).orElse(FieldType.STRING);
        if (written.isEmpty() || written.get() == FieldType.STRING) {
            return ofRole;
        }
        if (role.isPresent() && written.get() != ofRole && ofRole != FieldType.STRING) {
            faults.add(
                    section.placeOf("type"),
                    "ROLE_TYPE",
                    "role",
                    role.get().key(),
                    "type",
                    written.get().key(),
                    "expected",
                    ofRole.key());
        }
        return written.get();
    }

    private Optional<String> codes(Section section, FieldType type) {
        Optional<Scalar> codes = section.text("codes");
        boolean coded = type == FieldType.CODE || type == FieldType.BOOLEAN;
        if (codes.isEmpty()) {
            if (type == FieldType.CODE) {
                section.missing("codes");
            }
            return type == FieldType.BOOLEAN ? Optional.of("yes_no") : Optional.empty();
        }
        if (!coded) {
            faults.add(section.placeOf("codes"), "CONSTRAINT_UNFIT", "constraint", "codes", "type", type.key());
        } else if (!codeListExists.test(codes.get().text())) {
            faults.add(
                    codes.get().place(),
                    "UNKNOWN_CODE_LIST",
                    "name",
                    codes.get().text());
        }
        return codes.map(Scalar::text);
    }

    private Constraints constraints(Section section, FieldType type) {
        return section.section("constraints")
                .map(each -> new ConstraintReader(faults, type).read(each))
                .orElse(Constraints.NONE);
    }

    /** A mark that only fields of these types can have. */
    private boolean only(Section section, String mark, FieldType type, FieldType... allowed) {
        boolean set = section.flag(mark);
        if (set && !List.of(allowed).contains(type)) {
            faults.add(section.placeOf(mark), "CONSTRAINT_UNFIT", "constraint", mark, "type", type.key());
        }
        return set;
    }

    private Optional<Severity> severity(Section section, FieldType type) {
        Optional<Severity> severity = section.choice("severity", Severity.class);
        if (type == FieldType.IDENTITY && severity.isPresent() && severity.get() == Severity.REJECT) {
            faults.add(section.placeOf("severity"), "IDENTITY_REJECT");
        }
        return severity;
    }

    private Set<String> missingValues(Section section) {
        List<String> own =
                section.texts("missingValues").stream().map(Scalar::text).toList();
        return own.isEmpty() ? Set.copyOf(missingValues) : own.stream().collect(Collectors.toUnmodifiableSet());
    }
}
