package org.guiyi.reply;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.guiyi.intake.ReceiptNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The signed keys of an error workbook's rows: {@code ROW_SEQ.HMAC}, an HMAC-SHA256 (RFC 2104) over receipt and row, cut to
 * 128 bits, under a random key that only the database knows.
 */
@Component
public class RowKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 16;
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\.([0-9a-f]{32})");

    private final JdbcClient jdbc;
    private final Clock clock;

    RowKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a text in the key column says. */
    public sealed interface RowKey {

        /** We wrote it for this row. */
        record Ours(int rowSeq) implements RowKey {}

        /** It looks like a key of ours but isn't one of this receipt. */
        record Forged() implements RowKey {}

        /** Blank, or damaged beyond recognition. */
        record Illegible() implements RowKey {}
    }

    /** The keys of one receipt. Safe for use by several threads. */
    public Keyring of(ReceiptNumber receipt) {
        return new Keyring(receipt, new SecretKeySpec(secret(), ALGORITHM));
    }

    private byte[] secret() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        jdbc.sql("insert into intake.signing_key (key, made_at) values (?, ?) on conflict do nothing")
                .params(random, Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("select key from intake.signing_key")
                .query(byte[].class)
                .single();
    }

    /** Signs and reads the keys of one receipt. */
    public static final class Keyring {

        private final ReceiptNumber receipt;
        private final SecretKeySpec secret;

        private Keyring(ReceiptNumber receipt, SecretKeySpec secret) {
            this.receipt = receipt;
            this.secret = secret;
        }

        public String sign(int rowSeq) {
            return rowSeq + "." + HexFormat.of().formatHex(signature(rowSeq));
        }

        public RowKey read(String text) {
            Matcher matcher = FORM.matcher(text.strip());
            if (!matcher.matches()) {
                return new RowKey.Illegible();
            }
            int rowSeq = Integer.parseInt(matcher.group(1));
            byte[] claimed = HexFormat.of().parseHex(matcher.group(2));
            return MessageDigest.isEqual(claimed, signature(rowSeq)) ? new RowKey.Ours(rowSeq) : new RowKey.Forged();
        }

        private byte[] signature(int rowSeq) {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(secret);
                byte[] whole = mac.doFinal((receipt + "/" + rowSeq).getBytes(StandardCharsets.UTF_8));
                return Arrays.copyOf(whole, SIGNATURE_BYTES);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
            }
        }
    }
}
