package org.guiyi.protection;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps identity and account numbers encrypted in one table, {@code protection.number}, when keys are configured: wherever else
 * a number would stand in the database, a token stands for it. Equal texts have equal tokens, so that SQL joins, groups and
 * finds by them. Without keys every text is kept as it is.
 */
@Repository
public class NumberVault {

    private static final int CHUNK = 5_000;

    private final NumberStore store;
    private final Keys keys;
    private final @Nullable NumberIndex index;
    private final @Nullable NumberCipher cipher;

    /** @throws KeyFaultException if the keys are not those that this database was begun with */
    NumberVault(JdbcClient jdbc, DataSource database, Keys keys) {
        this.store = new NumberStore(jdbc, database);
        this.keys = keys;
        NumberKeyCheck check = new NumberKeyCheck(store);
        this.index = check.index(keys.numbers()).orElse(null);
        this.cipher = index == null ? null : check.cipher(keys.numbers().orElseThrow());
    }

    /** Whether numbers are encrypted. */
    public boolean isOn() {
        return index != null;
    }

    /** What tokens are made with, for one thread. */
    public NumberTokens tokens() {
        return index == null || cipher == null ? NumberTokens.inClear() : NumberTokens.of(index, cipher);
    }

    /** The same for texts whose numbers are kept already, in other rows: nothing is gathered. */
    public NumberTokens tokensOfKept() {
        return index == null ? NumberTokens.inClear() : NumberTokens.ofKept(index);
    }

    /**
     * Notes that numbers are about to be written.
     *
     * @throws KeyFaultException if another process has begun to encrypt this database's numbers meanwhile, or with a key that is
     *     not known here
     */
    public void confirm() {
        NumberKeyCheck check = new NumberKeyCheck(store);
        if (check.index(keys.numbers()).isPresent()) {
            keys.numbers().ifPresent(check::cipher);
        }
    }

    /** Keeps the numbers behind tokens, committed when this returns; to be called before the tokens are written. */
    public void keep(NumberTokens tokens) {
        List<SealedNumber> numbers = tokens.sealed();
        if (!numbers.isEmpty()) {
            store.add(numbers);
        }
    }

    /** What stands in the database for the whole of a text, to look for it. */
    public String token(String text) {
        return tokens().blind(text);
    }

    /** A number for a hash of personal texts, which others could find by trying. */
    public long blind(long hash) {
        return index == null ? hash : index.blind(hash);
    }

    /** A digest for a digest of personal texts, which others could find by trying. */
    public String blind(String digest) {
        return index == null ? digest : index.blind(digest);
    }

    /** A text as it was before its numbers were replaced. */
    public String reveal(String text) {
        return numbersOf(List.of(text)).reveal(text);
    }

    /** The numbers of many texts, by one query. */
    public NumberTexts numbersOf(Collection<String> texts) {
        if (index == null || cipher == null) {
            return NumberTexts.NONE;
        }
        Set<String> tokens = new HashSet<>();
        texts.forEach(text -> gather(text, tokens));
        if (tokens.isEmpty()) {
            return NumberTexts.NONE;
        }
        Map<String, String> numbers = new HashMap<>();
        store.find(tokens).forEach(number -> numbers.put(number.token(), cipher.open(number)));
        return new NumberTexts(numbers);
    }

    /** All kept texts that contain one of some numbers, by their tokens: reads everything. */
    public Map<String, String> containing(Collection<String> numbers) {
        NumberCipher opens = cipher;
        if (opens == null) {
            return Map.of();
        }
        Map<String, String> found = new HashMap<>();
        String last = "";
        for (List<SealedNumber> some = store.after(last, CHUNK); !some.isEmpty(); some = store.after(last, CHUNK)) {
            for (SealedNumber number : some) {
                String text = opens.open(number);
                if (numbers.stream().anyMatch(text::contains)) {
                    found.put(Token.written(number.token()), text);
                }
            }
            last = some.get(some.size() - 1).token();
        }
        return found;
    }

    /** Takes away the numbers that no table holds a token of; while nothing else writes, within a transaction. @return how many */
    public long removeUnused() {
        return index == null ? 0 : store.removeUnused();
    }

    /**
     * Seals the next numbers with the current key and suite.
     *
     * @param last the token that was come to; empty at the beginning
     * @return the token that was come to; empty at the end
     */
    public Optional<Rotated> rotate(String last) {
        NumberCipher seals = cipher;
        List<SealedNumber> some = seals == null ? List.of() : store.after(last, CHUNK);
        if (seals == null || some.isEmpty()) {
            return Optional.empty();
        }
        List<SealedNumber> sealed = some.stream()
                .filter(number -> !seals.isCurrent(number))
                .map(number -> seals.seal(number.token(), seals.open(number)))
                .toList();
        store.replace(sealed);
        return Optional.of(new Rotated(some.get(some.size() - 1).token(), some.size(), sealed.size()));
    }

    /** How far a rotation is: numbers looked at, and those of them that were sealed anew. */
    public record Rotated(String last, int seen, int sealed) {}

    /** Forgets the keys that nothing is sealed with any more. @return the names of those that are still needed */
    public List<String> settleKeys() {
        NumberCipher seals = cipher;
        if (seals == null) {
            return List.of();
        }
        store.forgetCipherKeysBut(seals.currentKey());
        return store.cipherKeys().stream().map(SealedNumber::keyId).toList();
    }

    private static void gather(String text, Set<String> tokens) {
        for (int at = Token.find(text, 0); at >= 0; at = Token.find(text, Token.end(at))) {
            tokens.add(Token.letters(text, at));
        }
    }
}
