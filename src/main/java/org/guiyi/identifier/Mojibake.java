package org.guiyi.identifier;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that were decoded with the wrong charset. */
final class Mojibake {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern SURE = Pattern.compile("\uFFFD|锟斤|斤拷|烫烫|屯屯屯");
    private static final Pattern LOST_END = Pattern.compile("[?？]+$");
    /** One replacement for each byte of a name that was GB18030: nothing is left. */
    private static final Pattern ONLY_FILLERS = Pattern.compile("[?？*□■〓\\s]+");

    private Mojibake() {}

    static boolean is(String name) {
        return SURE.matcher(name).find()
                || ONLY_FILLERS.matcher(name).matches()
                || isHanReadAsLatin(name)
                || isUtf8ReadAsGb(LOST_END.matcher(name).replaceAll(""));
    }

    /** ÕÅÎ° for 张伟 in GB18030, å¼ ä¼Ÿ for the same in UTF-8. */
    private static boolean isHanReadAsLatin(String name) {
        long high = name.chars().filter(c -> c >= 0x80 && c < 0x2200).count();
        if (high < 3 || high * 2 < name.length() || hasHan(name)) {
            return false;
        }
        for (Charset read : new Charset[] {StandardCharsets.ISO_8859_1, WINDOWS_1252}) {
            Optional<byte[]> bytes = bytes(name, read);
            if (bytes.flatMap(b -> decoded(b, StandardCharsets.UTF_8))
                            .filter(Mojibake::allHan)
                            .isPresent()
                    || bytes.flatMap(b -> decoded(b, GB18030))
                            .filter(Mojibake::allHan)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** 寮犱紵 for 张伟: the bytes make UTF-8 with a surname in front, and the name as it stands has none. */
    private static boolean isUtf8ReadAsGb(String name) {
        if (name.length() < 2 || !hasHan(name) || startsWithSurname(name)) {
            return false;
        }
        return bytes(name, GB18030)
                .flatMap(bytes -> decoded(bytes, StandardCharsets.UTF_8))
                .filter(Mojibake::allHan)
                .filter(Mojibake::startsWithSurname)
                .isPresent();
    }

    private static boolean startsWithSurname(String name) {
        Pinyin pinyin = Pinyin.tables();
        int first = name.offsetByCodePoints(0, 1);
        return pinyin.isSurname(name.substring(0, first))
                || (name.length() > 1 && pinyin.isSurname(name.substring(0, 2)));
    }

    private static Optional<byte[]> bytes(String text, Charset charset) {
        try {
            ByteBuffer bytes = charset.newEncoder()
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            return Optional.of(array);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Strict, but the last character may have been cut off. */
    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        boolean good = !decoder.decode(ByteBuffer.wrap(bytes), text, false).isError();
        return good && text.position() > 0 ? Optional.of(text.flip().toString()) : Optional.empty();
    }

    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    private static boolean allHan(String text) {
        return text.codePoints().allMatch(Character::isIdeographic);
    }
}
