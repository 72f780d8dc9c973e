package org.guiyi.identifier;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in Chinese numerals: 二〇一五年三月, 一九四五年十二月廿 is not one. */
final class ChineseNumerals {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern DATE = Pattern.compile(
            "([〇零○O0一二三四五六七八九壹贰叁肆伍陆柒捌玖]{4}|[〇零○一二三四五六七八九]{2})年(?:([一二三四五六七八九十元〇零○\\d]{1,3})月(?:份)?(?:([一二三四五六七八九十〇零○\\d]{1,3})[日号]?)?)?");
    private static final Pattern HAN_DIGIT = Pattern.compile("[〇零○一二三四五六七八九十壹贰叁肆伍陆柒捌玖]");

    private ChineseNumerals() {}

    static boolean isDate(String text) {
        return HAN_DIGIT.matcher(text).find() && DATE.matcher(text).matches();
    }

    /** The same date in Arabic digits, with 年, 月 and 日 as they were. */
    static String digits(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return text;
        }
        String month = date.group(2) == null ? "" : number(date.group(2)) + "月";
        String day = date.group(3) == null ? "" : number(date.group(3)) + "日";
        return year(date.group(1)) + "年" + month + day;
    }

    private static String year(String numerals) {
        var year = new StringBuilder();
        numerals.chars().forEach(c -> year.append(digit((char) c)));
        return year.toString();
    }

    private static int number(String numerals) {
        int ten = numerals.indexOf('十');
        if (ten < 0) {
            return Integer.parseInt(year(numerals));
        }
        int tens = ten == 0 ? 1 : digit(numerals.charAt(ten - 1));
        int ones = ten == numerals.length() - 1 ? 0 : digit(numerals.charAt(ten + 1));
        return tens * 10 + ones;
    }

    private static int digit(char numeral) {
        return switch (numeral) {
            case '零', '○', 'O', '0' -> 0;
            case '元' -> 1;
            case '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖' -> "壹贰叁肆伍陆柒捌玖".indexOf(numeral) + 1;
            default -> DIGITS.indexOf(numeral) >= 0 ? DIGITS.indexOf(numeral) : Character.digit(numeral, 10);
        };
    }
}
