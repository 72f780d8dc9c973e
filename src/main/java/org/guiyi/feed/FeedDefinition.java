package org.guiyi.feed;

import java.util.List;
import java.util.Optional;

/**
 * One kind of roster from one bureau. {@code version} is the hex digest of the definition's text and of the code lists
 * it uses; {@code keys} are the aliases of a record's identity, strongest first; {@code uniqueKeys} are what must not
 * occur twice in a delivery, the primary key first.
 */
public record FeedDefinition(
        FeedId id,
        String bureau,
        String title,
        String titleEn,
        String version,
        String basis,
        Delivery delivery,
        boolean oneRowPerPerson,
        Optional<Scope> scope,
        Optional<Period> period,
        List<Field> fields,
        List<KeyAlias> keys,
        List<KeyAlias> uniqueKeys,
        List<Rule> rules,
        Guards guards,
        List<Related> related,
        List<Load> loads) {

    public FeedDefinition {
        fields = List.copyOf(fields);
        keys = List.copyOf(keys);
        uniqueKeys = List.copyOf(uniqueKeys);
        rules = List.copyOf(rules);
        related = List.copyOf(related);
        loads = List.copyOf(loads);
    }

    public Optional<Field> find(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Asked for every value of every record: a plain loop. */
    public Optional<Field> find(FieldRole role) {
        for (Field field : fields) {
            if (field.has(role)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** The place of a field that the definition is known to have. */
    public int indexOf(String name) {
        return find(name)
                .map(Field::index)
                .orElseThrow(() -> new IllegalArgumentException("Feed " + id + " has no field " + name));
    }
}
