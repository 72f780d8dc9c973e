package org.guiyi.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.guiyi.feed.Field;
import org.guiyi.feed.FieldType;
import org.jspecify.annotations.Nullable;

/** A whole number, a number, or an amount of money, which is delivered in yuan and kept in fen. */
final class NumberJudge extends FieldJudge {

    private static final Pattern UNIT = Pattern.compile("^[¥￥$]|(元|人民币|RMB|分)$");
    private static final Pattern FORM = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,20})?");
    private static final BigDecimal FLOATING = new BigDecimal("0.0001");

    NumberJudge(Field field, FieldProblems problems) {
        super(field, problems);
    }

    @Override
    void read(JudgedRow row, String text, boolean numericCell) {
        String clean = CellText.clean(text);
        if (isMissing(clean)) {
            row.absent(index);
            return;
        }
        String value = value(clean);
        if (value == null) {
            problems.addUnusable(row, ProblemCode.NUMBER_UNREADABLE);
        } else {
            row.value(index, value);
        }
    }

    private @Nullable String value(String text) {
        if (isPlain(text)) {
            return field.type() == FieldType.MONEY ? text + "00" : text;
        }
        String bare = UNIT.matcher(text.replace(",", "").replace(" ", "")).replaceAll("");
        if (!FORM.matcher(bare).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(bare);
        return switch (field.type()) {
            case MONEY -> whole(number.movePointRight(2));
            case INTEGER -> whole(number);
            default -> number.stripTrailingZeros().toPlainString();
        };
    }

    /** Digits only, not beginning with nought: most cells. */
    private static boolean isPlain(String text) {
        if (text.length() > 15 || text.charAt(0) < '1') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The number without its fraction, when that is no more than what a floating-point cell adds. */
    private static @Nullable String whole(BigDecimal number) {
        BigDecimal rounded = number.setScale(0, RoundingMode.HALF_EVEN);
        return rounded.subtract(number).abs().compareTo(FLOATING) < 0 ? rounded.toPlainString() : null;
    }
}
