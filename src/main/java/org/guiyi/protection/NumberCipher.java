package org.guiyi.protection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Seals texts with the current key and opens what any key of the ring has sealed. Every seal has a random nonce and is bound to
 * the table, the column and the row that it is meant for. Used by several threads.
 */
final class NumberCipher {

    private static final String PLACE = "protection.number|sealed|";

    private final KeyRing keys;
    private final Suite suite;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

    NumberCipher(KeyRing keys, Suite suite) {
        this.keys = keys;
        this.suite = suite;
    }

    String currentKey() {
        return keys.current().id();
    }

    Suite suite() {
        return suite;
    }

    boolean knows(String keyId) {
        return keys.knows(keyId);
    }

    /** Whether it is sealed as a new one would be. */
    boolean isCurrent(SealedNumber number) {
        return number.keyId().equals(currentKey()) && number.sealed()[0] == suite.sign();
    }

    SealedNumber seal(String token, String text) {
        byte[] nonce = new byte[Suite.NONCE];
        random.nextBytes(nonce);
        Key key = keys.current();
        byte[] encrypted =
                suite.encrypt(secret(key, suite), nonce, bound(token), text.getBytes(StandardCharsets.UTF_8));
        byte[] sealed = ByteBuffer.allocate(1 + nonce.length + encrypted.length)
                .put(suite.sign())
                .put(nonce)
                .put(encrypted)
                .array();
        return new SealedNumber(token, key.id(), sealed);
    }

    /**
     * @throws SealBrokenException if it is not what was sealed
     * @throws IllegalStateException if the key is not in the ring
     */
    String open(SealedNumber number) {
        Key key = keys.find(number.keyId())
                .orElseThrow(() -> new IllegalStateException("the key " + number.keyId()
                        + " is not in GUIYI_NUMBER_KEY, but numbers are sealed with it; add it before the others"));
        ByteBuffer sealed = ByteBuffer.wrap(number.sealed());
        Suite made = Suite.of(sealed.get());
        byte[] nonce = new byte[Suite.NONCE];
        sealed.get(nonce);
        byte[] encrypted = new byte[sealed.remaining()];
        sealed.get(encrypted);
        return new String(
                made.decrypt(secret(key, made), nonce, bound(number.token()), encrypted), StandardCharsets.UTF_8);
    }

    private byte[] secret(Key key, Suite of) {
        return derived.computeIfAbsent(
                of + "/" + key.id(),
                any -> of.cipherKey(key.derived(Message.of("number cipher").add(of.name()))));
    }

    private static byte[] bound(String token) {
        return (PLACE + token).getBytes(StandardCharsets.UTF_8);
    }
}
