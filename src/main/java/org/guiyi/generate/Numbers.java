package org.guiyi.generate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.guiyi.identifier.ResidentId;

/** Numbers with right check digits that nobody can hold: withdrawn regions, unallocated prefixes, region 990000. */
final class Numbers {

    private static final DateTimeFormatter BIRTH = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String[] PREFIXES = {"154", "160", "163", "179", "194"};
    private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private Numbers() {}

    static String resident(String region, LocalDate birth, String sequence) {
        String first17 = region + BIRTH.format(birth) + sequence;
        return first17 + ResidentId.checkDigit(first17);
    }

    /** A temporary roll number (学籍号) of a pupil without a resident number: L, region, birth, four digits. */
    static String temporaryStudentNumber(String region, LocalDate birth, Dice dice) {
        return "L" + region + BIRTH.format(birth) + dice.digits(4);
    }

    static String mobile(Dice dice) {
        return PREFIXES[dice.below(PREFIXES.length)] + dice.digits(8);
    }

    /** A certificate letter beyond the years printed so far, and province 99. */
    static String birthCertificate(Dice dice) {
        return "Z99" + dice.digits(7);
    }

    /** 19 digits with a right Luhn digit under a prefix no bank has. */
    static String account(Dice dice) {
        String first18 = "999999" + dice.digits(12);
        return first18 + luhnDigit(first18);
    }

    /** A passbook account: 19 digits that fail Luhn, as 一折通 accounts do. */
    static String passbook(Dice dice) {
        String first18 = "999999" + dice.digits(12);
        return first18 + (luhnDigit(first18) + 1 + dice.below(9)) % 10;
    }

    /** A unified social credit code (GB 32100-2015) of a civil-affairs private body in region 990000. */
    static String creditCode(Dice dice) {
        String organisation = dice.digits(8);
        String first17 = "52990000" + organisation + organisationCheck(organisation);
        int sum = 0;
        for (int i = 0; i < CREDIT_WEIGHTS.length; i++) {
            sum += CREDIT.indexOf(first17.charAt(i)) * CREDIT_WEIGHTS[i];
        }
        return first17 + CREDIT.charAt((31 - sum % 31) % 31);
    }

    /** A school's ten digits (学校标识码) under a region code that does not exist. */
    static String schoolCode(Dice dice) {
        return "99" + dice.digits(8);
    }

    private static char organisationCheck(String organisation) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += (organisation.charAt(i) - '0') * ORGANISATION_WEIGHTS[i];
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    private static int luhnDigit(String first) {
        int sum = 0;
        for (int i = 0; i < first.length(); i++) {
            int digit = first.charAt(first.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (10 - sum % 10) % 10;
    }
}
