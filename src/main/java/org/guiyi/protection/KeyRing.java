package org.guiyi.protection;

import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of one purpose, one a line: the last one signs, those before it still verify what they signed. A new key is appended,
 * an old one stays as long as anything that it signed is kept.
 */
public final class KeyRing {

    private final Map<String, Key> keys;
    private final Key current;

    private KeyRing(Map<String, Key> keys, Key current) {
        this.keys = Map.copyOf(keys);
        this.current = current;
    }

    /**
     * @param text lines {@code name:hexadecimal}; blank ones and those that begin with {@code #} are passed by
     * @throws KeyFaultException if a line is written otherwise, a name stands twice, or there is no key
     */
    public static KeyRing parse(String text) {
        List<Key> written = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Key::parse)
                .toList();
        Map<String, Key> keys = new LinkedHashMap<>();
        for (Key key : written) {
            if (keys.put(key.id(), key) != null) {
                throw new KeyFaultException("同名密钥出现两次：" + key.id(), "two keys have the name " + key.id());
            }
        }
        if (written.isEmpty()) {
            throw new KeyFaultException("没有密钥", "there is no key");
        }
        return new KeyRing(keys, written.get(written.size() - 1));
    }

    /** The last one, which whatever is new is made with. */
    Key current() {
        return current;
    }

    Optional<Key> find(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    public Signature sign(Message message) {
        return new Signature(current.id(), current.mac(message));
    }

    /** What each key makes of a message, the current one first: whoever looks for an old signature has to try them all. */
    public Stream<byte[]> everyMac(Message message) {
        return Stream.concat(
                        Stream.of(current),
                        keys.values().stream().filter(key -> !key.id().equals(current.id())))
                .map(key -> key.mac(message));
    }

    public boolean knows(String keyId) {
        return keys.containsKey(keyId);
    }

    /** Whether the message is what was signed; false also for a key that is not known. */
    public boolean verifies(Signature signature, Message message) {
        return Optional.ofNullable(keys.get(signature.keyId()))
                .filter(key -> MessageDigest.isEqual(key.mac(message), signature.mac()))
                .isPresent();
    }
}
