package org.guiyi.database;

/** JSON written straight into a text, for rows on their way into COPY: no tree, no reflection. */
public final class JsonText {

    private final StringBuilder text = new StringBuilder(512);
    private boolean first = true;

    public JsonText beginObject() {
        return begin('{');
    }

    public JsonText beginArray() {
        return begin('[');
    }

    public JsonText endObject() {
        return end('}');
    }

    public JsonText endArray() {
        return end(']');
    }

    public JsonText member(CharSequence name, CharSequence value) {
        name(name);
        quoted(value);
        first = false;
        return this;
    }

    public JsonText member(CharSequence name, long value) {
        name(name);
        text.append(value);
        first = false;
        return this;
    }

    public JsonText element(CharSequence value) {
        comma();
        quoted(value);
        return this;
    }

    public CharSequence text() {
        return text;
    }

    /** Empties this text for the next value. */
    public JsonText clear() {
        text.setLength(0);
        first = true;
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private JsonText begin(char bracket) {
        if (text.length() > 0) {
            comma();
        }
        text.append(bracket);
        first = true;
        return this;
    }

    private JsonText end(char bracket) {
        text.append(bracket);
        first = false;
        return this;
    }

    private void name(CharSequence name) {
        comma();
        quoted(name);
        text.append(':');
    }

    private void comma() {
        if (!first) {
            text.append(',');
        }
        first = false;
    }

    private void quoted(CharSequence value) {
        text.append('"');
        if (isPlain(value)) {
            text.append(value);
        } else {
            escaped(value);
        }
        text.append('"');
    }

    private static boolean isPlain(CharSequence value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private void escaped(CharSequence value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < 0x20) {
                control(c);
            } else {
                text.append(c);
            }
        }
    }

    private void control(char c) {
        switch (c) {
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case 0 -> text.append("\\ufffd");
            default -> text.append(String.format("\\u%04x", (int) c));
        }
    }
}
