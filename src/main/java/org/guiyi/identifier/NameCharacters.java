package org.guiyi.identifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of a name one by one: their key and their sound. */
final class NameCharacters {

    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}+");
    private static final Pattern PINYIN = Pattern.compile(
            "([bpmfdtnlgkhjqxzcsryw]|[zcs]h)?(a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|er|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|ui|uan|un|uang|v|ve|ue)(ng?)?");
    private static final Pattern CHARACTER = Pattern.compile(
            "(?<latin>\\p{IsLatin}+)|(?<han>\\p{IsHan}|〇)|(?<filler>[?□■*〓○●×#_◆▲△])|(?<dot>[· '])|(?<odd>.)",
            Pattern.DOTALL);
    private static final String UNREAD = "?";

    /** What stands for one character: how it is written in the key and how it sounds. */
    private record Unit(int character, String key, String sound) {

        static Unit unread(String sound) {
            return new Unit(-1, UNREAD, sound);
        }
    }

    private final List<Unit> units = new ArrayList<>();
    private final Set<NameFlag> flags;

    private NameCharacters() {
        this.flags = Set.of();
    }

    /** The characters of a name that has nothing but Han in it. */
    static NameCharacters ofHan(String name) {
        var characters = new NameCharacters();
        name.codePoints().forEach(character -> characters.units.add(new Unit(character, "", "")));
        characters.readAsName();
        return characters;
    }

    NameCharacters(String core, Set<NameFlag> flags) {
        this.flags = flags;
        if (isLatin(core)) {
            flags.add(NameFlag.LATIN);
            latin(core);
        } else {
            mixed(core);
            readAsName();
        }
    }

    boolean isEmpty() {
        return units.isEmpty();
    }

    String key() {
        var key = new StringBuilder();
        units.forEach(unit -> key.append(unit.key()));
        return key.toString();
    }

    String sound() {
        return String.join(" ", units.stream().map(Unit::sound).toList());
    }

    private static boolean isLatin(String core) {
        return LATIN.matcher(core).find() && core.codePoints().noneMatch(Character::isIdeographic);
    }

    private void latin(String core) {
        Matcher word = LATIN.matcher(core);
        while (word.find()) {
            units.add(new Unit(-1, word.group().toUpperCase(Locale.ROOT), Pinyin.toneless(word.group())));
        }
    }

    private void mixed(String core) {
        Matcher character = CHARACTER.matcher(core);
        while (character.find()) {
            if (character.group("han") != null) {
                units.add(new Unit(character.group().codePointAt(0), "", ""));
            } else if (character.group("filler") != null) {
                filler();
            } else if (character.group("latin") != null) {
                latinAmongHan(character.group());
            } else if (character.group("dot") == null) {
                flags.add(NameFlag.ODD_CHARACTER);
            }
        }
    }

    private void filler() {
        flags.add(NameFlag.WILDCARD);
        units.add(Unit.unread(Pinyin.UNKNOWN));
    }

    /** A syllable of pinyin or an X stands for a character; another letter tells namesakes apart (张伟A). */
    private void latinAmongHan(String letters) {
        String sound = Pinyin.toneless(letters);
        if (sound.length() > 1 && PINYIN.matcher(sound).matches()) {
            flags.add(NameFlag.WILDCARD);
            flags.add(NameFlag.PINYIN_MIXED);
            units.add(Unit.unread(sound));
        } else if (sound.matches("x+")) {
            sound.chars().forEach(x -> filler());
        } else {
            flags.add(NameFlag.ODD_CHARACTER);
        }
    }

    /** Gives each character its key and sound, the first one or two as a surname. */
    private void readAsName() {
        String[] surname = surname();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            if (unit.character() >= 0) {
                units.set(i, read(unit.character(), i, surname));
            }
        }
    }

    private static Unit read(int character, int place, String[] surname) {
        NameVariants variants = NameVariants.tables();
        int simple = variants.simplified(character);
        String sound = place < surname.length ? surname[place] : Pinyin.tables().given(variants.sounding(simple));
        return new Unit(character, Character.toString(variants.folded(character, place == 0)), sound);
    }

    /** The syllables of the surname; a surname of two characters wants a third character behind it. */
    private String[] surname() {
        if (units.isEmpty() || units.get(0).character() < 0) {
            return new String[0];
        }
        Pinyin pinyin = Pinyin.tables();
        int first = NameVariants.tables().simplified(units.get(0).character());
        if (units.size() > 2 && units.get(1).character() >= 0) {
            String two = Character.toString(first)
                    + Character.toString(
                            NameVariants.tables().simplified(units.get(1).character()));
            if (pinyin.isSurname(two)) {
                return pinyin.surname(two).split(" ");
            }
        }
        return new String[] {pinyin.first(first)};
    }
}
