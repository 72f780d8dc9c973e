package org.guiyi.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one definition file to its end. */
final class DefinitionReader {

    /** What stands for "nothing" when neither the feed nor the field says otherwise. */
    static final List<String> USUAL_MISSING_VALUES =
            List.of("", "-", "--", "—", "——", "/", "\\", "无", "暂无", "NULL", "null", "N/A");

    private final FaultLog faults;
    private final FeedId id;
    private final Predicate<String> codeListExists;

    DefinitionReader(FaultLog faults, FeedId id, Predicate<String> codeListExists) {
        this.faults = faults;
        this.id = id;
        this.codeListExists = codeListExists;
    }

    /** The definition, its version still open, or nothing and its faults noted. */
    Optional<FeedDefinition> read(String text) {
        return compose(text).map(section -> read(section)).filter(definition -> faults.isEmpty());
    }

    private Optional<Section> compose(String text) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(faults.file()).build();
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return Optional.of(new Section(faults, mapping));
            }
            faults.add(root.map(Place::of).orElse(Place.START), "NOT_A_MAPPING");
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark()
                    .map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1))
                    .orElse(Place.START);
            faults.add(place, "SYNTAX", "reason", String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            faults.add(Place.START, "SYNTAX", "reason", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private FeedDefinition read(Section section) {
        checkId(section);
        List<FieldDraft> drafts = drafts(section);
        FieldNames names = FieldNames.check(drafts, faults);
        RuleLanguage language =
                new RuleLanguage(drafts.stream().map(FieldDraft::field).toList(), codeListExists);
        LoadReader loads = new LoadReader(faults, names);
        List<Field> fields = finish(drafts, language, loads);
        Delivery delivery = delivery(section);
        ScopeReader scopes = new ScopeReader(faults, names);
        FeedDefinition definition = new FeedDefinition(
                id,
                bureau(section),
                section.requiredText("title").map(Scalar::text).orElse("?"),
                section.requiredText("titleEn").map(Scalar::text).orElse("?"),
                "",
                section.requiredText("basis").map(Scalar::text).orElse("?"),
                delivery,
                section.flag("one_row_per_person"),
                scope(section, delivery, scopes),
                section.section("period").map(scopes::period),
                fields,
                keys(section, names),
                uniqueKeys(section, names, fields),
                rules(section, names, language),
                section.section("guards").map(scopes::guards).orElse(Guards.USUAL),
                each(section, "related", loads::related),
                each(section, "loads", loads::load));
        section.end();
        return definition;
    }

    private void checkId(Section section) {
        Optional<Scalar> written = section.requiredText("id");
        if (written.isPresent() && !written.get().text().equals(id.value())) {
            faults.add(written.get().place(), "WRONG_ID", "id", written.get().text(), "expected", id.value());
        }
    }

    private String bureau(Section section) {
        Optional<Scalar> written = section.requiredText("bureau");
        if (written.isPresent() && !written.get().text().equals(id.bureau())) {
            faults.add(written.get().place(), "WRONG_ID", "id", written.get().text(), "expected", id.bureau());
        }
        return id.bureau();
    }

    private List<FieldDraft> drafts(Section section) {
        List<String> missing =
                section.texts("missingValues").stream().map(Scalar::text).toList();
        FieldReader reader =
                new FieldReader(faults, codeListExists, missing.isEmpty() ? USUAL_MISSING_VALUES : missing);
        List<FieldDraft> drafts = new ArrayList<>();
        List<Section> entries = section.sections("fields");
        if (entries.isEmpty()) {
            section.missing("fields");
        }
        for (Section entry : entries) {
            reader.read(entry, drafts.size()).ifPresent(drafts::add);
        }
        return drafts;
    }

    private List<Field> finish(List<FieldDraft> drafts, RuleLanguage language, LoadReader loads) {
        List<Field> fields = new ArrayList<>();
        for (FieldDraft draft : drafts) {
            draft.whenEmpty().ifPresent(loads::value);
            fields.add(draft.finish(draft.requiredWhen().flatMap(text -> language.compile(text, faults))));
        }
        return fields;
    }

    private Delivery delivery(Section section) {
        section.requiredText("delivery");
        return section.choice("delivery", Delivery.class).orElse(Delivery.CHANGES);
    }

    private Optional<Scope> scope(Section section, Delivery delivery, ScopeReader scopes) {
        Optional<Section> scope = section.section("scope");
        if (scope.isEmpty() && delivery == Delivery.SNAPSHOT) {
            section.missing("scope");
        }
        return scope.map(scopes::scope);
    }

    private List<KeyAlias> keys(Section section, FieldNames names) {
        List<KeyAlias> keys = keyList(section, "keys", names);
        if (section.list("keys").isEmpty()) {
            section.missing("keys");
        }
        return keys;
    }

    private List<KeyAlias> uniqueKeys(Section section, FieldNames names, List<Field> fields) {
        List<KeyAlias> unique = new ArrayList<>();
        List<String> primary = names.known(section.texts("primaryKey"));
        if (!primary.isEmpty()) {
            unique.add(new KeyAlias(primary));
        }
        unique.addAll(keyList(section, "uniqueKeys", names));
        fields.stream()
                .filter(field -> field.constraints().unique())
                .forEach(field -> unique.add(new KeyAlias(List.of(field.name()))));
        return unique;
    }

    private List<KeyAlias> keyList(Section section, String property, FieldNames names) {
        List<KeyAlias> keys = new ArrayList<>();
        for (Node node : section.list(property)) {
            List<Node> parts = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
            List<Scalar> scalars = parts.stream()
                    .flatMap(part -> section.scalar(part, property).stream())
                    .toList();
            List<String> known = names.known(scalars);
            if (!known.isEmpty()) {
                keys.add(new KeyAlias(known));
            }
        }
        return keys;
    }

    private List<Rule> rules(Section section, FieldNames names, RuleLanguage language) {
        RuleReader reader = new RuleReader(faults, names, language);
        return each(section, "rules", reader::read);
    }

    private static <T> List<T> each(
            Section section, String property, java.util.function.Function<Section, Optional<T>> reader) {
        List<T> found = new ArrayList<>();
        section.sections(property).forEach(entry -> reader.apply(entry).ifPresent(found::add));
        return found;
    }
}
