package org.guiyi.validation;

import java.util.Optional;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.Field;
import org.guiyi.feed.FieldRole;
import org.guiyi.feed.KeyAlias;
import org.guiyi.feed.Messages;
import org.guiyi.identifier.IdentityReading;

/**
 * Whether a row of a person can be told from others at all: by one of its keys, or by a name with a birth date or what is
 * left of a number. A row that was rejected for one of these cells already is not told so twice.
 */
final class KeyCheck implements RowCheck {

    private static final Messages MESSAGES = Messages.beside(KeyCheck.class);

    private final int[][] keys;
    private final int name;
    private final int birth;
    private final int number;

    private KeyCheck(FeedDefinition feed, Field name) {
        this.keys = feed.keys().stream().map(key -> indexes(feed, key)).toArray(int[][]::new);
        this.name = name.index();
        this.birth = index(feed, FieldRole.BIRTH_DATE);
        this.number = index(feed, FieldRole.RESIDENT_ID);
    }

    static Optional<RowCheck> of(FeedDefinition feed) {
        return feed.find(FieldRole.NAME).map(name -> new KeyCheck(feed, name));
    }

    @Override
    public void check(JudgedRow row) {
        if (!hasKey(row)
                && !hasEvidence(row)
                && !isRejected(row, name)
                && !isRejected(row, birth)
                && !isRejected(row, number)) {
            String code = ProblemCode.KEY_MISSING.name();
            row.add(new Problem(
                    code,
                    ProblemCode.KEY_MISSING.severity(),
                    null,
                    -1,
                    "",
                    MESSAGES.zh(code, java.util.Map.of()),
                    MESSAGES.en(code, java.util.Map.of()),
                    null));
        }
    }

    private boolean hasKey(JudgedRow row) {
        for (int[] key : keys) {
            boolean whole = true;
            for (int field : key) {
                whole &= row.value(field) != null;
            }
            if (whole) {
                return true;
            }
        }
        return false;
    }

    private boolean hasEvidence(JudgedRow row) {
        if (row.value(name) == null) {
            return false;
        }
        return has(row, birth) || has(row, number) || number >= 0 && isPartlyKnown(row);
    }

    private boolean isPartlyKnown(JudgedRow row) {
        return row.identity(number).flatMap(IdentityReading::pattern).isPresent();
    }

    private static boolean has(JudgedRow row, int field) {
        return field >= 0 && row.value(field) != null;
    }

    private static boolean isRejected(JudgedRow row, int field) {
        return field >= 0 && row.hasRejected(field);
    }

    private static int index(FeedDefinition feed, FieldRole role) {
        return feed.find(role).map(Field::index).orElse(-1);
    }

    private static int[] indexes(FeedDefinition feed, KeyAlias key) {
        return key.fields().stream().mapToInt(feed::indexOf).toArray();
    }
}
