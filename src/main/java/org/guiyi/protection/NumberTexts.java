package org.guiyi.protection;

import java.util.Map;

/** The numbers of a batch of texts: puts them back in the place of their tokens. */
public final class NumberTexts {

    static final NumberTexts NONE = new NumberTexts(Map.of());

    private final Map<String, String> byLetters;

    NumberTexts(Map<String, String> byLetters) {
        this.byLetters = Map.copyOf(byLetters);
    }

    /** A text as it was before its numbers were replaced. A token that nothing is known of stays. */
    public String reveal(String text) {
        int at = byLetters.isEmpty() ? -1 : Token.find(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder revealed = new StringBuilder(text.length());
        int copied = 0;
        for (; at >= 0; at = Token.find(text, copied)) {
            String number = byLetters.get(Token.letters(text, at));
            revealed.append(text, copied, at);
            revealed.append(number == null ? text.substring(at, Token.end(at)) : number);
            copied = Token.end(at);
        }
        return revealed.append(text, copied, text.length()).toString();
    }
}
