package org.guiyi.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the entries of {@code rules}. */
final class RuleReader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    private final FaultLog faults;
    private final FieldNames fields;
    private final RuleLanguage language;
    private final Set<String> ids = new HashSet<>();

    RuleReader(FaultLog faults, FieldNames fields, RuleLanguage language) {
        this.faults = faults;
        this.fields = fields;
        this.language = language;
    }

    Optional<Rule> read(Section section) {
        Optional<String> id = section.requiredText("id").filter(this::isNewId).map(Scalar::text);
        Severity severity = section.choice("severity", Severity.class).orElse(Severity.BLOCK);
        List<String> marked = fields.known(section.texts("fields"));
        if (section.list("fields").isEmpty()) {
            section.missing("fields");
        }
        Optional<Expression> when = section.requiredText("when").flatMap(text -> language.compile(text, faults));
        Optional<Section> message = section.section("message");
        if (message.isEmpty()) {
            section.missing("message");
        }
        Optional<String> zh = message.flatMap(each -> text(each, "zh"));
        Optional<String> en = message.flatMap(each -> text(each, "en"));
        message.ifPresent(Section::end);
        Optional<LocalDate> from = date(section, "from");
        Optional<LocalDate> to = date(section, "to");
        section.end();
        if (id.isEmpty() || when.isEmpty() || zh.isEmpty() || en.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule(id.get(), severity, marked, when.get(), zh.get(), en.get(), from, to));
    }

    private boolean isNewId(Scalar id) {
        if (!ID.matcher(id.text()).matches()) {
            faults.add(id.place(), "RULE_ID_FORM", "id", id.text());
            return false;
        }
        if (!ids.add(id.text())) {
            faults.add(id.place(), "DUPLICATE_RULE", "id", id.text());
            return false;
        }
        return true;
    }

    /** A message's text; its placeholders name fields, whose delivered text takes their place. */
    private Optional<String> text(Section message, String property) {
        Optional<Scalar> scalar = message.requiredText(property);
        scalar.ifPresent(text -> MessageText.of(text.text())
                .placeholders()
                .forEach(name -> fields.has(new Scalar(name, text.place(), text.style()))));
        return scalar.map(Scalar::text);
    }

    private Optional<LocalDate> date(Section section, String property) {
        return section.text(property).flatMap(scalar -> {
            try {
                return Optional.of(LocalDate.parse(scalar.text()));
            } catch (DateTimeException e) {
                section.wrongType(scalar.place(), property, "yyyy-MM-dd");
                return Optional.empty();
            }
        });
    }
}
