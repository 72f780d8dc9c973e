package org.guiyi.matching;

import java.util.Arrays;

/** A run of code points, so that a rare character counts as one. */
final class Text {

    static final Text EMPTY = new Text(new int[0], 0, 0);

    private final int[] characters;
    private final int from;
    private final int length;

    Text(int[] characters, int from, int length) {
        this.characters = characters;
        this.from = from;
        this.length = length;
    }

    static Text of(String text) {
        int[] characters = new int[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(characters[length++])) {
            characters[length] = text.codePointAt(i);
        }
        return new Text(characters, 0, length);
    }

    int length() {
        return length;
    }

    int at(int place) {
        return characters[from + place];
    }

    boolean same(Text other) {
        return Arrays.equals(characters, from, from + length, other.characters, other.from, other.from + other.length);
    }

    /** The shorter text comes first, then the one that sorts first. */
    boolean before(Text other) {
        return length != other.length
                ? length < other.length
                : Arrays.compare(
                                characters,
                                from,
                                from + length,
                                other.characters,
                                other.from,
                                other.from + other.length)
                        <= 0;
    }

    void copyTo(int[] target, int at) {
        System.arraycopy(characters, from, target, at, length);
    }
}
