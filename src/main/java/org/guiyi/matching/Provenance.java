package org.guiyi.matching;

import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What it takes to train the same model again.
 *
 * @param program the version of Guiyi; empty when it ran from its sources
 * @param settings {@link MatchingSpec#trainingDigest}
 * @param input SHA-256 of the records' contents in whatever order they came, in hexadecimal
 */
public record Provenance(String program, String settings, String input) {

    static Provenance of(Records records) {
        return new Provenance(
                Objects.requireNonNullElse(Provenance.class.getPackage().getImplementationVersion(), ""),
                records.spec().trainingDigest(),
                digest(records));
    }

    private static String digest(Records records) {
        long[] contents = new long[records.size()];
        Arrays.setAll(contents, records::content);
        Arrays.sort(contents);
        StringBuilder text = new StringBuilder();
        for (long content : contents) {
            text.append(Long.toHexString(content)).append('\n');
        }
        return DigestUtils.sha256Hex(text.toString());
    }
}
