package org.guiyi.feed;

import java.util.List;
import java.util.Optional;

/** A field on its way into a definition, with the places of what is checked against the other fields. */
record FieldDraft(
        Field field,
        Scalar name,
        Optional<Scalar> title,
        List<Scalar> aliases,
        Optional<Scalar> requiredWhen,
        Optional<Scalar> whenEmpty) {

    Field finish(Optional<Expression> condition) {
        return new Field(
                field.index(),
                field.name(),
                field.title(),
                field.aliases(),
                field.type(),
                field.role(),
                field.codes(),
                field.constraints(),
                field.expected(),
                field.future(),
                condition,
                field.severity(),
                field.whenEmpty(),
                field.missingValues(),
                field.personal(),
                field.correct(),
                field.example(),
                field.note());
    }
}
