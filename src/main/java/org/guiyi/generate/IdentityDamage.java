package org.guiyi.generate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.guiyi.generate.Flaw.Severity;
import org.guiyi.generate.Habits.Numberless;

/** What happens to a resident number on its way into a cell, with the rate among the rows where it can happen. */
enum IdentityDamage {
    NUMBER_CELL(12, Loss.LOST, "ID_PRECISION_LOST", Severity.BLOCK),
    SCIENTIFIC_TEXT(10, Loss.LOST, "ID_SCIENTIFIC", Severity.BLOCK),
    MASKED(8, Loss.LOST, "ID_MASKED", Severity.BLOCK),
    DIGIT_WRONG(6, Loss.LOST, "ID_CHECK_DIGIT", Severity.BLOCK),
    DIGITS_SWAPPED(4, Loss.LOST, "ID_CHECK_DIGIT", Severity.BLOCK),
    SEVENTEEN_DIGITS(5, Loss.LOST, "ID_LENGTH", Severity.BLOCK),
    MISSING(8, Loss.LOST, "ID_MISSING", Severity.BLOCK),
    OF_GUARDIAN(6, Loss.LOST, "ID_OF_RELATED", Severity.BLOCK),
    TWO_NUMBERS(3, Loss.LOST, "ID_MULTIPLE", Severity.BLOCK),
    PLACEHOLDER(1, Loss.LOST, "ID_PLACEHOLDER", Severity.BLOCK),
    LETTER_O(2, Loss.LOST, "ID_REPAIR_CANDIDATE", Severity.BLOCK),
    TIMES_FOR_X(50, Loss.LOST, "ID_REPAIR_CANDIDATE", Severity.BLOCK),
    STUDENT_NUMBER(6, Loss.NONE, "ID_SPLIT", Severity.NOTICE),
    CERTIFICATE(250, Loss.NONE, "ID_SPLIT", Severity.NOTICE),
    FIFTEEN_DIGITS(20, Loss.NONE, "ID_UPGRADED", Severity.NOTICE),
    SMALL_X(300, Loss.NONE, "", Severity.NOTICE),
    FULL_WIDTH(5, Loss.NONE, "", Severity.NOTICE),
    APOSTROPHE(8, Loss.NONE, "", Severity.NOTICE),
    BLANKS_INSIDE(5, Loss.NONE, "", Severity.NOTICE),
    HYPHENS(2, Loss.NONE, "", Severity.NOTICE),
    HIDDEN_CHARACTERS(4, Loss.NONE, "", Severity.NOTICE);

    /** Whether the whole number can still be read. */
    enum Loss {
        LOST,
        NONE
    }

    /** The number and what else a clerk could mistake for it; only elders are old enough for fifteen digits. */
    record Case(Person person, Optional<String> guardian, Numberless numberless, boolean studentNumber, Medium medium) {

        String number() {
            return person.number();
        }
    }

    private final int perMille;
    private final Loss loss;
    private final String code;
    private final Severity severity;

    IdentityDamage(int perMille, Loss loss, String code, Severity severity) {
        this.perMille = perMille;
        this.loss = loss;
        this.code = code;
        this.severity = severity;
    }

    int perMille() {
        return perMille;
    }

    boolean loses() {
        return loss == Loss.LOST;
    }

    /** The problem's code; empty when normalising is expected to be enough. */
    String code() {
        return code;
    }

    Severity severity() {
        return severity;
    }

    boolean possible(Case of) {
        boolean endsWithX = of.number().endsWith("X");
        return switch (this) {
            case NUMBER_CELL -> of.medium() == Medium.WORKBOOK && !endsWithX;
            case SCIENTIFIC_TEXT -> of.medium() == Medium.TEXT && !endsWithX;
            case MISSING -> of.numberless() != Numberless.NEVER;
            case OF_GUARDIAN, TWO_NUMBERS -> of.guardian().isPresent();
            case STUDENT_NUMBER -> of.studentNumber();
            case CERTIFICATE -> of.person().disabled();
            case FIFTEEN_DIGITS -> of.person().birth().getYear() < 1970;
            case SMALL_X, TIMES_FOR_X -> endsWithX;
            case DIGITS_SWAPPED -> of.number().charAt(14) != of.number().charAt(15);
            case LETTER_O -> of.number().indexOf('0', 8) >= 0 && of.number().indexOf('0', 8) < 17;
            case MASKED, DIGIT_WRONG, SEVENTEEN_DIGITS, PLACEHOLDER -> true;
            case FULL_WIDTH, APOSTROPHE, BLANKS_INSIDE, HYPHENS, HIDDEN_CHARACTERS -> true;
        };
    }

    Entry written(Case of, Dice dice) {
        String number = of.number();
        return switch (this) {
            case NUMBER_CELL -> new Entry.Figure(figure(number, dice));
            case MISSING -> Entry.BLANK;
            case OF_GUARDIAN -> Entry.text(of.guardian().orElse(""));
            case TWO_NUMBERS -> Entry.text(number + "/" + of.guardian().orElse(""));
            case CERTIFICATE -> Entry.text(of.person().certificate());
            case SCIENTIFIC_TEXT, MASKED, DIGIT_WRONG, DIGITS_SWAPPED, SEVENTEEN_DIGITS, PLACEHOLDER, LETTER_O ->
                Entry.text(spoiled(number, dice));
            case TIMES_FOR_X, STUDENT_NUMBER, FIFTEEN_DIGITS, SMALL_X, FULL_WIDTH, APOSTROPHE, BLANKS_INSIDE ->
                Entry.text(spoiled(number, dice));
            case HYPHENS, HIDDEN_CHARACTERS -> Entry.text(spoiled(number, dice));
        };
    }

    /** As Excel keeps a typed number, or as a program writes one that it held as a double. */
    private static BigDecimal figure(String number, Dice dice) {
        return dice.perMille(700)
                ? new BigDecimal(number.substring(0, 15) + "000")
                : new BigDecimal(Double.parseDouble(number));
    }

    private String spoiled(String number, Dice dice) {
        return switch (this) {
            case SCIENTIFIC_TEXT -> number.charAt(0) + "." + number.substring(1, 6) + "E+17";
            case MASKED -> masked(number, dice);
            case DIGIT_WRONG -> withOtherDigit(number, 14 + dice.below(3), dice);
            case DIGITS_SWAPPED ->
                number.substring(0, 14) + number.charAt(15) + number.charAt(14) + number.substring(16);
            case SEVENTEEN_DIGITS -> number.substring(0, 17);
            case PLACEHOLDER -> "111111111111111111";
            case LETTER_O -> number.substring(0, 8) + number.substring(8).replaceFirst("0", "O");
            case TIMES_FOR_X -> number.substring(0, 17) + "×";
            case STUDENT_NUMBER -> "G" + number;
            case FIFTEEN_DIGITS -> number.substring(0, 6) + number.substring(8, 17);
            case SMALL_X -> number.substring(0, 17) + "x";
            case FULL_WIDTH -> fullWidth(number);
            case APOSTROPHE ->
                dice.perMille(250) ? "=\"" + number + "\"" : dice.pick(List.of("'", "'", "’", "\t")) + number;
            case BLANKS_INSIDE -> spaced(number, " ");
            case HYPHENS -> spaced(number, "-");
            case HIDDEN_CHARACTERS -> number + dice.pick(List.of("\u00A0", "\u200B", "\u3000", " "));
            case NUMBER_CELL, MISSING, OF_GUARDIAN, TWO_NUMBERS, CERTIFICATE -> number;
        };
    }

    private static String masked(String number, Dice dice) {
        return switch (dice.below(3)) {
            case 0 -> number.substring(0, 6) + "********" + number.substring(14);
            case 1 -> number.substring(0, 10) + "****" + number.substring(14);
            default -> number.substring(0, 3) + "***********" + number.substring(14);
        };
    }

    private static String withOtherDigit(String number, int place, Dice dice) {
        int digit = (number.charAt(place) - '0' + 1 + dice.below(9)) % 10;
        return number.substring(0, place) + digit + number.substring(place + 1);
    }

    private static String fullWidth(String number) {
        StringBuilder wide = new StringBuilder(number.length());
        number.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        return wide.toString();
    }

    private static String spaced(String number, String between) {
        return String.join(between, number.substring(0, 6), number.substring(6, 14), number.substring(14));
    }
}
