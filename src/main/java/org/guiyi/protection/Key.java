package org.guiyi.protection;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret of at least 32 bytes with the name under which it is known; written {@code name:hexadecimal}. */
final class Key {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern WRITTEN = Pattern.compile("([A-Za-z0-9._-]{1,40}):((?:[0-9A-Fa-f]{2}){32,128})");

    private final String id;
    private final SecretKeySpec secret;

    private Key(String id, byte[] secret) {
        this.id = id;
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** @throws KeyFaultException if it is not written so; the message never holds the text */
    static Key parse(String line) {
        Matcher matcher = WRITTEN.matcher(line.strip());
        if (!matcher.matches()) {
            throw new KeyFaultException(
                    "应为“名称:十六进制”，至少 64 位十六进制数字，可用 openssl rand -hex 32 生成",
                    "expected name:hexadecimal with at least 64 digits, as openssl rand -hex 32 makes them");
        }
        return new Key(matcher.group(1), HexFormat.of().parseHex(matcher.group(2)));
    }

    String id() {
        return id;
    }

    /** A secret of its own for one use: what one use gives away tells nothing of another. */
    byte[] derived(Message use) {
        return mac(use);
    }

    byte[] mac(Message message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(message.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Key[" + id + "]";
    }
}
