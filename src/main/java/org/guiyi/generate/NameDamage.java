package org.guiyi.generate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiyi.generate.Flaw.Severity;
import org.guiyi.generate.FullName.Custom;

/** What happens to a name on its way into a cell, with the rate among the names to which it can happen. */
enum NameDamage {
    BLANK_INSIDE(60, false, "", Severity.NOTICE),
    OTHER_FORM(25, false, "", Severity.NOTICE),
    HOMOPHONE(10, true, "", Severity.NOTICE),
    FILLER(5, true, "NAME_WILDCARD", Severity.BLOCK),
    REPLACEMENT_CHARACTER(2, true, "NAME_ENCODING", Severity.REJECT),
    DOT_LOST(250, false, "", Severity.NOTICE),
    DOT_OTHERWISE(400, false, "", Severity.NOTICE),
    MONGOL_SPELLING(90, true, "", Severity.NOTICE),
    PRIVATE_USE(400, false, "", Severity.NOTICE),
    NOTE_BEHIND(4, false, "", Severity.NOTICE);

    private static final Map<String, String> HOMOPHONES = homophones();
    private static final Map<String, List<String>> FORMS = Words.table("variants.csv").stream()
            .collect(Collectors.toUnmodifiableMap(
                    line -> line.getField("written"), line -> Words.characters(line.getField("variants"))));

    private final int perMille;
    private final boolean weakens;
    private final String code;
    private final Severity severity;

    NameDamage(int perMille, boolean weakens, String code, Severity severity) {
        this.perMille = perMille;
        this.weakens = weakens;
        this.code = code;
        this.severity = severity;
    }

    int perMille() {
        return perMille;
    }

    /** Whether another person could bear the name that is left. */
    boolean weakens() {
        return weakens;
    }

    /** The problem's code; empty when normalising or comparing is expected to be enough. */
    String code() {
        return code;
    }

    Severity severity() {
        return severity;
    }

    boolean possible(FullName name, Medium medium) {
        return switch (this) {
            case BLANK_INSIDE -> name.characters() == 2;
            case OTHER_FORM -> name.custom() == Custom.HAN && otherForm(name).isPresent();
            case HOMOPHONE -> name.custom() == Custom.HAN && homophone(name).isPresent();
            case DOT_LOST, DOT_OTHERWISE -> name.custom() == Custom.DOTTED;
            case MONGOL_SPELLING -> name.custom() == Custom.MONGOL;
            case PRIVATE_USE -> medium == Medium.WORKBOOK && name.text().contains("䶮");
            case FILLER, REPLACEMENT_CHARACTER -> name.characters() > 1;
            case NOTE_BEHIND -> true;
        };
    }

    String written(FullName name, Dice dice) {
        String text = name.text();
        return switch (this) {
            case BLANK_INSIDE -> String.join(dice.pick(List.of(" ", "　", "  ")), Words.characters(text));
            case OTHER_FORM -> otherForm(name).orElse(text);
            case HOMOPHONE -> homophone(name).orElse(text);
            case FILLER -> withLast(name, dice.pick(List.of("?", "？", "□", "■", "*", "〓")));
            case REPLACEMENT_CHARACTER -> withLast(name, "\uFFFD");
            case DOT_LOST -> text.replace("·", "");
            case DOT_OTHERWISE -> text.replace("·", dice.pick(List.of("•", "・", "．", "。", " ", "‧")));
            case MONGOL_SPELLING -> MinorityNames.respelled(name, dice).text();
            case PRIVATE_USE -> text.replace("䶮", "\uE863");
            case NOTE_BEHIND -> text + dice.pick(List.of("（双）", "(双)"));
        };
    }

    /** Puts a text in the place of the last character. */
    static String withLast(FullName name, String text) {
        List<String> characters = Words.characters(name.text());
        return String.join("", characters.subList(0, characters.size() - 1)) + text;
    }

    /** The name with its last character exchanged for one that sounds the same. */
    private static Optional<String> homophone(FullName name) {
        List<String> characters = Words.characters(name.text());
        return Optional.ofNullable(HOMOPHONES.get(characters.get(characters.size() - 1)))
                .map(other -> withLast(name, other));
    }

    /** The name with the first character that has a variant or traditional form in that form. */
    private static Optional<String> otherForm(FullName name) {
        return Words.characters(name.text()).stream()
                .filter(FORMS::containsKey)
                .findFirst()
                .map(character -> name.text()
                        .replace(
                                character,
                                FORMS.getOrDefault(character, List.of()).get(0)));
    }

    private static Map<String, String> homophones() {
        return Words.table("homophones.csv").stream()
                .map(line -> Words.characters(line.getField("group")))
                .flatMap(group -> group.stream()
                        .map(character ->
                                Arrays.asList(character, group.get((group.indexOf(character) + 1) % group.size()))))
                .collect(Collectors.toUnmodifiableMap(
                        pair -> pair.get(0), pair -> pair.get(1), (first, second) -> first));
    }
}
