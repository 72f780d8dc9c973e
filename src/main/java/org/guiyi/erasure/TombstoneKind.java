package org.guiyi.erasure;

import org.guiyi.protection.Message;

/** What a tombstone stands for; the names are those in the database. */
enum TombstoneKind {
    number,
    name;

    /** A whole number of any kind. */
    static Message ofNumber(String value) {
        return Message.of("tombstone number").add(value);
    }

    /** A name as matched, with a birth date, for rows that show no trusted number. */
    static Message ofName(String nameKey, String birth) {
        return Message.of("tombstone name").add(nameKey).add(birth);
    }
}
