package org.guiyi.tabular;

/**
 * Watches the bytes of a UTF-8 XML part go by and bounds what its parser must hold at once: a text, a tag, a comment, a
 * CDATA section. A DOCTYPE is refused where it begins.
 */
final class MarkupWatch {

    private static final int LONGEST_OPAQUE = 1 << 20;

    private enum Inside {
        /** Text or a tag: a new {@code <} ends either. */
        TEXT,
        AFTER_OPENING,
        AFTER_EXCLAMATION,
        COMMENT,
        CDATA,
        INSTRUCTION
    }

    private final int longestText;
    private Inside inside = Inside.TEXT;
    private long run;
    private byte last;
    private byte lastButOne;

    MarkupWatch(int longestText) {
        this.longestText = longestText;
    }

    void watch(byte[] buffer, int from, int to) {
        int start = from;
        int i = from;
        while (i < to) {
            if (inside == Inside.TEXT) {
                i = opening(buffer, i, to);
                if (i == to) {
                    break;
                }
            }
            byte b = buffer[i];
            run += i - start;
            start = i;
            inside = after(b, before(buffer, from, i, 1), before(buffer, from, i, 2));
            i++;
        }
        run += to - start;
        checkRun();
        remember(buffer, from, to);
    }

    private static int opening(byte[] buffer, int from, int to) {
        int i = from;
        while (i < to && buffer[i] != '<') {
            i++;
        }
        return i;
    }

    private byte before(byte[] buffer, int from, int i, int distance) {
        if (i - distance >= from) {
            return buffer[i - distance];
        }
        return i - distance == from - 1 ? last : lastButOne;
    }

    private void remember(byte[] buffer, int from, int to) {
        if (to - from > 1) {
            lastButOne = buffer[to - 2];
            last = buffer[to - 1];
        } else if (to > from) {
            lastButOne = last;
            last = buffer[to - 1];
        }
    }

    private Inside after(byte b, byte previous, byte beforePrevious) {
        switch (inside) {
            case TEXT:
                return b == '<' ? begin(Inside.AFTER_OPENING) : Inside.TEXT;
            case AFTER_OPENING:
                return b == '!' ? Inside.AFTER_EXCLAMATION : b == '?' ? Inside.INSTRUCTION : Inside.TEXT;
            case AFTER_EXCLAMATION:
                return afterExclamation(b);
            case COMMENT:
                return b == '>' && previous == '-' && beforePrevious == '-' ? begin(Inside.TEXT) : Inside.COMMENT;
            case CDATA:
                return b == '>' && previous == ']' && beforePrevious == ']' ? begin(Inside.TEXT) : Inside.CDATA;
            case INSTRUCTION:
                return b == '>' && previous == '?' ? begin(Inside.TEXT) : Inside.INSTRUCTION;
        }
        throw new AssertionError(inside);
    }

    private static Inside afterExclamation(byte b) {
        if (b == 'D') {
            throw Refusals.doctype();
        }
        return b == '-' ? Inside.COMMENT : Inside.CDATA;
    }

    private Inside begin(Inside next) {
        checkRun();
        run = 0;
        return next;
    }

    private void checkRun() {
        int longest = inside == Inside.TEXT ? longestText : LONGEST_OPAQUE;
        if (run > longest) {
            throw Refusals.tooLarge("一处连续文字的字节数", "The number of bytes of an unbroken text", longest);
        }
    }
}
