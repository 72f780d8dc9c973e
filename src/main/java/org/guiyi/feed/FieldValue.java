package org.guiyi.feed;

/** Where a value comes from: a field of the row, or a text fixed by the definition ({@code '=text'} in YAML). */
public sealed interface FieldValue {

    /** The value of the field of this name. */
    record Of(String field) implements FieldValue {}

    /** Always this text. */
    record Fixed(String text) implements FieldValue {}

    static FieldValue parse(String text) {
        return text.startsWith("=") ? new Fixed(text.substring(1)) : new Of(text);
    }
}
