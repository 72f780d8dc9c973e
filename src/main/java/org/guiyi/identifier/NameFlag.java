package org.guiyi.identifier;

/** What was seen on a delivered name. */
public enum NameFlag {
    /** Nothing, or 无 and the like. */
    EMPTY,
    /** A character is missing and stands as a wildcard for exactly one: ?, □, *, 王(女+亚). */
    WILDCARD,
    /** The text was decoded with the wrong charset. */
    ENCODING_DAMAGE,
    /** A character was written in pinyin: 王jie. */
    PINYIN_MIXED,
    /** Pinyin noise behind a character was taken away: 養(yǎng). */
    PINYIN_NOISE,
    /** Tells one person from another badly: 未取名, 张某之子, 宝宝, 王李氏. */
    WEAK,
    /** Words behind the name were taken away: (已故). */
    NOTE_STRIPPED,
    /** A private-use character was brought to its standard one. */
    PRIVATE_USE_REPAIRED,
    /** A blank stood between the characters. */
    BLANK_INSIDE,
    /** Written in Latin letters altogether. */
    LATIN,
    /** Digits or signs that no name has. */
    ODD_CHARACTER
}
