package org.guiyi.protection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts tokens in the place of numbers and gathers the sealed numbers, which {@link NumberVault#keep} writes before anything that
 * holds the tokens is written. Without keys every text stays as it is. Not thread-safe.
 */
public final class NumberTokens {

    private final @Nullable NumberIndex index;
    private final @Nullable NumberCipher cipher;
    private final Map<String, String> tokens = new HashMap<>();
    private @Nullable List<SealedNumber> sealed;

    private NumberTokens(@Nullable NumberIndex index, @Nullable NumberCipher cipher) {
        this.index = index;
        this.cipher = cipher;
    }

    /** Tokens of numbers that are kept already: nothing is gathered. */
    static NumberTokens ofKept(NumberIndex index) {
        return new NumberTokens(index, null);
    }

    /** Numbers stay in clear. */
    public static NumberTokens inClear() {
        return new NumberTokens(null, null);
    }

    static NumberTokens of(NumberIndex index, NumberCipher cipher) {
        return new NumberTokens(index, cipher);
    }

    /** A token for the whole of a text; a blank text stays. */
    public String whole(String text) {
        return index == null || text.isBlank() ? text : token(index, text);
    }

    /** The text with a token for every number in it. */
    public String within(String text) {
        NumberIndex known = index;
        return known == null ? text : NumberFinder.replace(text, number -> token(known, number));
    }

    /** A token that can be compared but from which nothing is read back. */
    public String blind(String text) {
        return index == null ? text : Token.written(index.token(text));
    }

    /** Encrypts what was gathered; no more can be gathered. The costly part, for a thread that has time. */
    public NumberTokens seal() {
        sealed = numbers();
        return this;
    }

    /** The numbers behind the tokens, in the order of their tokens. */
    List<SealedNumber> sealed() {
        List<SealedNumber> done = sealed;
        return done == null ? numbers() : done;
    }

    private List<SealedNumber> numbers() {
        NumberCipher with = cipher;
        return with == null
                ? List.of()
                : tokens.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(number -> with.seal(Token.letters(number.getValue(), 0), number.getKey()))
                        .toList();
    }

    private String token(NumberIndex known, String text) {
        return tokens.computeIfAbsent(text, each -> Token.written(known.token(each)));
    }
}
