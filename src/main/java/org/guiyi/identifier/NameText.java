package org.guiyi.identifier;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a name's text apart: what is not the name is taken away, and what was seen is flagged. */
final class NameText {

    private static final Pattern NOTHING =
            Pattern.compile("|无|空|没有|无此人|不详|未知|不清楚|待补|同上|[-—/\\\\.]+|N/?A|NULL|#N/A", Pattern.CASE_INSENSITIVE);
    private static final Pattern PINYIN_NOISE =
            Pattern.compile("(?<=\\p{IsHan})\\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿɡ]+\\)");
    private static final Pattern DESCRIPTION =
            Pattern.compile("\\([^()]*[+加旁底头框⿰-⿻][^()]*\\)|\\[\\p{IsHan}{2,3}\\]|\\[[^\\[\\]]*[+⿰-⿻][^\\[\\]]*\\]");
    private static final Pattern COMPOSITION = Pattern.compile("[⿰⿱⿴-⿻][^⿰-⿻]{2}|[⿲⿳][^⿰-⿻]{3}");
    private static final Pattern NOTE_WORD =
            Pattern.compile("已?故|死亡|去世|病故|迁|户主|[男女双大小残孤新老]|曾用|原名|又名|小名|乳名|[长次三四五][子女]|监护|代|转|退|注销|外出|在校|幼儿园|班");
    private static final Pattern NOTE = Pattern.compile("[(\\[【{<《][^)\\]】}>》]*[)\\]】}>》]?");
    private static final Pattern LOOSE_NOTE =
            Pattern.compile("(?<=\\p{IsHan}{2})[-—/,:;、]?\\s*(已故|已死亡|已去世|户主|已迁出|死亡)$");
    private static final Pattern WEAK = Pattern.compile(
            "(未取名|未命名|未起名|未上名|没取名|暂未取名|无名|无名氏|新生儿|婴儿|男婴|女婴|弃婴|弃儿|宝贝|小宝|佚名)|.{0,4}宝宝|.{1,2}某{1,2}|某+|.{1,4}之[长次大小]?[子女儿孙妻夫母父]|.{1,2}氏|.{1,3}[男女]婴");
    private static final String TELLING = "某氏宝婴无空未不同之弃佚待没知故死去户迁锟斤烫屯";
    private static final String FILLER = "□";

    private final Set<NameFlag> flags = EnumSet.noneOf(NameFlag.class);

    static PersonName read(String delivered) {
        return isPlain(delivered) ? plain(delivered) : new NameText().name(delivered);
    }

    /** Two to four common characters, a surname first, and none of those a note or a weak name is made of. */
    private static boolean isPlain(String delivered) {
        int length = delivered.length();
        if (length < 2 || length > 4 || !Pinyin.tables().isSurname(delivered.substring(0, 1))) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = delivered.charAt(i);
            if (c < '一' || c > '龥' || TELLING.indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static PersonName plain(String delivered) {
        NameCharacters characters = NameCharacters.ofHan(delivered);
        return new PersonName(delivered, characters.key(), characters.sound(), Set.of());
    }

    private PersonName name(String delivered) {
        String text = CellText.normal(standard(delivered)).strip();
        if (NOTHING.matcher(text).matches()) {
            return unreadable("", NameFlag.EMPTY);
        }
        if (Mojibake.is(delivered.strip())) {
            return unreadable(text, NameFlag.ENCODING_DAMAGE);
        }
        String display = NameDots.settled(withoutNotes(text), flags);
        String core = withFillers(display);
        if (WEAK.matcher(core).matches()) {
            flags.add(NameFlag.WEAK);
        }
        var characters = new NameCharacters(core, flags);
        if (characters.isEmpty()) {
            return unreadable(display, NameFlag.ODD_CHARACTER);
        }
        return new PersonName(display, characters.key(), characters.sound(), flags);
    }

    private PersonName unreadable(String display, NameFlag flag) {
        flags.add(flag);
        return new PersonName(display, "", "", flags);
    }

    private String standard(String delivered) {
        var standard = new StringBuilder(delivered.length());
        delivered.codePoints().map(NameVariants.tables()::standard).forEach(standard::appendCodePoint);
        if (!standard.toString().equals(delivered)) {
            flags.add(NameFlag.PRIVATE_USE_REPAIRED);
        }
        return standard.toString();
    }

    private String withoutNotes(String text) {
        String quiet = replaced(text, PINYIN_NOISE, NameFlag.PINYIN_NOISE);
        var kept = new StringBuilder();
        Matcher note = NOTE.matcher(quiet);
        while (note.find()) {
            note.appendReplacement(kept, Matcher.quoteReplacement(describes(note.group()) ? note.group() : ""));
        }
        note.appendTail(kept);
        if (kept.length() < quiet.length()) {
            flags.add(NameFlag.NOTE_STRIPPED);
        }
        return replaced(kept.toString().strip(), LOOSE_NOTE, NameFlag.NOTE_STRIPPED);
    }

    private String replaced(String text, Pattern pattern, NameFlag flag) {
        String result = pattern.matcher(text).replaceAll("");
        if (!result.equals(text)) {
            flags.add(flag);
        }
        return result;
    }

    /** 王(女+亚) and 王[女亚] describe a character; 王芳(已故) does not. */
    private static boolean describes(String bracketed) {
        String inside = bracketed.substring(1, Math.max(1, bracketed.length() - 1));
        return DESCRIPTION.matcher(bracketed).matches() && !(bracketed.startsWith("[") && isNote(inside));
    }

    private static boolean isNote(String inside) {
        return !inside.contains("+") && NOTE_WORD.matcher(inside).matches();
    }

    /** Every described character as one filler. */
    private static String withFillers(String display) {
        String filled = DESCRIPTION.matcher(display).replaceAll(FILLER);
        String before;
        do {
            before = filled;
            filled = COMPOSITION.matcher(before).replaceAll(FILLER);
        } while (!filled.equals(before));
        return filled;
    }
}
