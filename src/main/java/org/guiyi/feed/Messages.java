package org.guiyi.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The texts of a package for its users, in Chinese and English, from {@code messages_zh_CN.properties} and
 * {@code messages_en.properties} (UTF-8) beside a class. {@code {name}} in a text is replaced by the argument of that
 * name.
 */
public final class Messages {

    private final Map<String, MessageText> zh;
    private final Map<String, MessageText> en;

    private Messages(Map<String, MessageText> zh, Map<String, MessageText> en) {
        this.zh = zh;
        this.en = en;
    }

    public static Messages beside(Class<?> anchor) {
        return new Messages(read(anchor, "messages_zh_CN.properties"), read(anchor, "messages_en.properties"));
    }

    /** The codes that have a text in both languages. */
    public Set<String> codes() {
        Set<String> both = new java.util.TreeSet<>(zh.keySet());
        both.retainAll(en.keySet());
        return both;
    }

    /** The codes that have a text in only one of the two languages. */
    public Set<String> incomplete() {
        Set<String> either = new java.util.TreeSet<>(zh.keySet());
        either.addAll(en.keySet());
        either.removeAll(codes());
        return either;
    }

    public String zh(String code, Map<String, String> arguments) {
        return text(zh, code).with(arguments);
    }

    public String en(String code, Map<String, String> arguments) {
        return text(en, code).with(arguments);
    }

    private static MessageText text(Map<String, MessageText> texts, String code) {
        MessageText text = texts.get(code);
        if (text == null) {
            throw new IllegalArgumentException("No message text for " + code);
        }
        return text;
    }

    private static Map<String, MessageText> read(Class<?> anchor, String name) {
        Properties properties = new Properties();
        try (InputStream in = anchor.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No " + name + " beside " + anchor.getName());
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, MessageText> texts = new HashMap<>();
        properties.forEach((code, text) -> texts.put((String) code, MessageText.of((String) text)));
        return Map.copyOf(texts);
    }
}
