package org.guiyi.tabular;

/** Follows the bytes of a text one by one and counts what fits an encoding and what doesn't. */
abstract class ByteCheck {

    private long offset;
    private long bad;
    private long firstBad = -1;

    private void accept(int b) {
        step(b);
        offset++;
    }

    /** Takes all the bytes of a block. */
    final void accept(byte[] block, int length) {
        int i = 0;
        while (i < length) {
            if (isBetweenCharacters()) {
                int whole = wholeCharacters(block, i, length);
                offset += whole - i;
                i = whole;
            }
            if (i < length) {
                accept(block[i++] & 0xFF);
            }
        }
    }

    final void end() {
        if (!isBetweenCharacters()) {
            markBad();
        }
    }

    final void markBad() {
        bad++;
        firstBad = firstBad < 0 ? offset : firstBad;
    }

    final long bad() {
        return bad;
    }

    /** The place of the first byte that doesn't fit; -1 if all do. */
    final long firstBad() {
        return firstBad;
    }

    abstract void step(int b);

    /** Passes over ordinary characters that lie whole within a block, quickly; gives the place of the next other byte. */
    abstract int wholeCharacters(byte[] block, int from, int to);

    abstract boolean isBetweenCharacters();

    /** UTF-8 (RFC 3629), apart from encoded surrogates: they are counted, and are data for the row's judge to refuse. */
    static final class Utf8 extends ByteCheck {

        private int missing;
        private int lowest;
        private int highest;
        private boolean surrogate;
        private int length;
        private long longer;
        private long twoBytes;
        private long surrogates;

        @Override
        void step(int b) {
            if (missing == 0) {
                lead(b);
            } else if (b < lowest || b > highest) {
                markBad();
                missing = 0;
                if (b < 0x80 || b >= 0xC2) {
                    lead(b);
                }
            } else {
                follow(b);
            }
        }

        @Override
        int wholeCharacters(byte[] block, int from, int to) {
            int i = from;
            int chinese = 0;
            while (i + 2 < to) {
                if (block[i] >= 0) {
                    i++;
                } else if (isPlainLead(block[i]) && block[i + 1] < (byte) 0xC0 && block[i + 2] < (byte) 0xC0) {
                    i += 3;
                    chinese++;
                } else {
                    break;
                }
            }
            longer += chinese;
            return i;
        }

        /** Of three bytes, and any two bytes of continuation may follow. */
        private static boolean isPlainLead(byte b) {
            return b >= (byte) 0xE1 && b <= (byte) 0xEF && b != (byte) 0xED;
        }

        private void lead(int b) {
            lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
            highest = b == 0xF4 ? 0x8F : 0xBF;
            if (b >= 0xC2 && b < 0xF5) {
                missing = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
            } else if (b >= 0x80) {
                markBad();
            }
            length = missing;
            surrogate = b == 0xED;
        }

        private void follow(int b) {
            surrogate &= missing != 2 || b >= 0xA0;
            lowest = 0x80;
            highest = 0xBF;
            if (--missing == 0) {
                twoBytes += length == 1 ? 1 : 0;
                longer += length > 1 ? 1 : 0;
                surrogates += surrogate ? 1 : 0;
            }
        }

        @Override
        boolean isBetweenCharacters() {
            return missing == 0;
        }

        boolean holdsSurrogates() {
            return surrogates > 0;
        }

        /** Only two-byte characters, of which Chinese has none: well-formed by accident. */
        boolean isAccidental() {
            return twoBytes > 0 && longer == 0;
        }

        /** Not well-formed, but far too nearly so to be anything else. */
        boolean isDamaged() {
            return bad() > 0 && longer >= 2 && longer > 4 * bad();
        }

        boolean isHopeless() {
            return bad() > 1_000 && bad() > longer;
        }
    }

    /** The structure of GB 18030: one, two or four bytes. */
    static final class Gb18030 extends ByteCheck {

        private int position;

        @Override
        void step(int b) {
            switch (position) {
                case 0 -> lead(b);
                case 1 -> second(b);
                case 2 -> position = expect(b >= 0x81 && b <= 0xFE, 3);
                default -> position = expect(b >= 0x30 && b <= 0x39, 0);
            }
        }

        @Override
        int wholeCharacters(byte[] block, int from, int to) {
            int i = from;
            while (i + 1 < to) {
                if (block[i] >= 0) {
                    i++;
                } else if (block[i] != (byte) 0x80 && block[i] != (byte) 0xFF && isPlainSecond(block[i + 1])) {
                    i += 2;
                } else {
                    break;
                }
            }
            return i;
        }

        private static boolean isPlainSecond(byte b) {
            return (b >= 0x40 && b < 0x7F) || (b < 0 && b != (byte) 0xFF);
        }

        private void lead(int b) {
            if (b >= 0x80) {
                position = expect(b >= 0x81 && b <= 0xFE, 1);
            }
        }

        private void second(int b) {
            if (b >= 0x30 && b <= 0x39) {
                position = 2;
            } else {
                position = expect(b >= 0x40 && b != 0x7F && b != 0xFF, 0);
            }
        }

        private int expect(boolean fits, int next) {
            if (!fits) {
                markBad();
            }
            return fits ? next : 0;
        }

        @Override
        boolean isBetweenCharacters() {
            return position == 0;
        }
    }
}
