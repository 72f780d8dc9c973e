package org.guiyi.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message with {@code {placeholders}}, cut once into its pieces. */
public final class MessageText {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z_]+)}");

    /** Text and placeholder names in turn, beginning and ending with text. */
    private final List<String> pieces;

    private MessageText(List<String> pieces) {
        this.pieces = pieces;
    }

    public static MessageText of(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            pieces.add(text.substring(end, matcher.start()));
            pieces.add(matcher.group(1));
            end = matcher.end();
        }
        pieces.add(text.substring(end));
        return new MessageText(List.copyOf(pieces));
    }

    /** The names between the braces, in order. */
    public List<String> placeholders() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i < pieces.size(); i += 2) {
            names.add(pieces.get(i));
        }
        return names;
    }

    /** The text with its placeholders filled; one without an argument stays as it is written. */
    public String with(Map<String, String> arguments) {
        StringBuilder text = new StringBuilder(pieces.get(0));
        for (int i = 1; i < pieces.size(); i += 2) {
            String name = pieces.get(i);
            text.append(arguments.getOrDefault(name, "{" + name + "}")).append(pieces.get(i + 1));
        }
        return text.toString();
    }
}
