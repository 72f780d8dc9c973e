package org.guiyi.doctor;

import java.util.List;
import org.guiyi.intake.Bilingual;

/**
 * Something that needs attention.
 *
 * @param code a word for it that does not change, like {@code held}
 * @param what what it is
 * @param count how many there are
 * @param examples some of them: receipts, ids, places, never a person's data; at most {@link #EXAMPLES}
 * @param remedy what to do
 */
public record Finding(String code, Bilingual what, long count, List<String> examples, Bilingual remedy) {

    static final int EXAMPLES = 5;

    public Finding {
        examples = examples.stream().limit(EXAMPLES).toList();
    }
}
