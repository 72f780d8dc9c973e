package org.guiyi.matching;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The identifier algebra: compares resident IDs that are whole, visible in part, hidden in a certificate, mistyped, or
 * somebody else's.
 *
 * <p>A whole number is doubted when the row says so (not trusted), or when a child carries a number that stands as a
 * guardian's in another row, among those at hand or as a model holds it fast. The row's own guardian's number says nothing.
 */
final class ResidentIdLikeness implements Likeness {

    private static final int SAME_NUMBER = 0;
    private static final int NUMBER_IN_CERTIFICATE = 1;
    private static final int DOUBTED_NUMBER = 2;
    private static final int SEQUENCE_AGREES = 3;
    private static final int BIRTH_PART_AGREES = 4;
    private static final int FEW_DIGITS_AGREE = 5;
    private static final int ONE_DIGIT_WRONG = 6;
    private static final int GUARDIANS_NUMBER = 7;
    private static final int DIGIT_CONTRADICTS = 8;
    private static final int DIFFERENT_NUMBERS = 9;
    private static final int DIFFERENT_TRUSTED = 10;

    private static final int SEQUENCE_DIGITS = 0xF << 14;
    private static final int BIRTH_DIGITS = 0xFF << 6;
    private static final int NEARLY_ALL = 15;

    /** What is known of a value's number: the digits, how they came, whose the guardian's are. */
    private record Evidence(
            String digits, boolean whole, boolean hidden, boolean trusted, boolean doubted, long guardian) {

        boolean comparable() {
            return digits.length() == ResidentIdDigits.LENGTH;
        }
    }

    private final @Nullable Evidence[] evidence;

    ResidentIdLikeness(ComparisonValues values, Optional<TermTable> heldFast) {
        Predicate<String> guardians = heldFast.<Predicate<String>>map(table -> number -> table.count(number) > 1)
                .orElseGet(() -> guardians(values)::contains);
        this.evidence = new Evidence[values.count()];
        for (int value = 1; value < evidence.length; value++) {
            evidence[value] = evidence(values, value, guardians);
        }
    }

    private static Set<String> guardians(ComparisonValues values) {
        Set<String> guardians = new HashSet<>();
        for (int value = 1; value < values.count(); value++) {
            String guardian = values.text(value, "guardian");
            if (guardian != null) {
                guardians.add(guardian.toUpperCase(Locale.ROOT));
            }
        }
        return guardians;
    }

    /** The guardians' numbers, each counted twice so that all are listed; none where no record says that it is a child's. */
    static TermTable counts(ComparisonValues values) {
        boolean children = IntStream.range(1, values.count()).anyMatch(value -> isChild(values, value));
        long[] terms = (children ? guardians(values) : Set.<String>of())
                .stream().mapToLong(KeyHash::of).toArray();
        long[] twice = new long[terms.length];
        Arrays.fill(twice, 2);
        return TermTable.summed(terms, twice);
    }

    private static boolean isChild(ComparisonValues values, int value) {
        return "child".equals(values.text(value, "age_group"));
    }

    private static @Nullable Evidence evidence(ComparisonValues values, int value, Predicate<String> guardians) {
        String guardian = capital(values.text(value, "guardian"));
        long guardianHash = guardian == null ? 0 : KeyHash.of(guardian);
        String number = notOf(guardian, capital(values.text(value, "number")));
        String hidden = capital(values.text(value, "certificate"));
        String pattern = capital(values.text(value, "pattern"));
        if (number != null) {
            boolean trusted = !values.has("trusted") || "1".equals(values.text(value, "trusted"));
            boolean doubted = !trusted || isChild(values, value) && guardians.test(number);
            return new Evidence(number, true, false, trusted, doubted, guardianHash);
        }
        if (hidden != null) {
            return new Evidence(hidden, true, true, false, hidden.equals(guardian), guardianHash);
        }
        if (pattern != null) {
            return new Evidence(pattern, pattern.indexOf('*') < 0, false, false, true, guardianHash);
        }
        return null;
    }

    /** The check character X is often written small. */
    private static @Nullable String capital(@Nullable String number) {
        return number == null ? null : number.toUpperCase(Locale.ROOT);
    }

    /** A child's row that carries its guardian's number says nothing about the child's own. */
    private static @Nullable String notOf(@Nullable String guardian, @Nullable String number) {
        return number != null && number.equals(guardian) ? null : number;
    }

    @Override
    public int compare(int left, int right) {
        Evidence a = evidence[left];
        Evidence b = evidence[right];
        if (a == null || b == null) {
            return MISSING;
        }
        if (a.whole && b.whole && a.digits.equals(b.digits)) {
            return a.doubted || b.doubted ? DOUBTED_NUMBER : a.hidden || b.hidden ? NUMBER_IN_CERTIFICATE : SAME_NUMBER;
        }
        if (a.trusted && b.trusted) {
            return DIFFERENT_TRUSTED;
        }
        if (a.doubted && isGuardianOf(a, b) || b.doubted && isGuardianOf(b, a)) {
            return GUARDIANS_NUMBER;
        }
        if (!a.comparable() || !b.comparable()) {
            return DIFFERENT_NUMBERS;
        }
        return a.whole && b.whole ? wholes(a.digits, b.digits) : visible(a.digits, b.digits);
    }

    private static boolean isGuardianOf(Evidence owner, Evidence ward) {
        return owner.whole && ward.guardian != 0 && KeyHash.of(owner.digits) == ward.guardian;
    }

    private static int wholes(String a, String b) {
        int contradictions = contradictions(a, b);
        boolean slip = Integer.bitCount(contradictions) == 1 || neighboursSwapped(a, b, contradictions);
        return slip ? ONE_DIGIT_WRONG : DIFFERENT_NUMBERS;
    }

    private static int visible(String a, String b) {
        int common = common(a, b);
        int contradictions = contradictions(a, b);
        if (contradictions != 0) {
            boolean slip = Integer.bitCount(contradictions) == 1 && Integer.bitCount(common) >= NEARLY_ALL;
            return slip ? ONE_DIGIT_WRONG : DIGIT_CONTRADICTS;
        }
        if (Integer.bitCount(common & SEQUENCE_DIGITS) >= 3) {
            return SEQUENCE_AGREES;
        }
        if ((common & BIRTH_DIGITS) == BIRTH_DIGITS) {
            return BIRTH_PART_AGREES;
        }
        return common == 0 ? MISSING : FEW_DIGITS_AGREE;
    }

    /** One bit for each place that both sides show. */
    private static int common(String a, String b) {
        int common = 0;
        for (int i = 0; i < ResidentIdDigits.LENGTH; i++) {
            if (a.charAt(i) != '*' && b.charAt(i) != '*') {
                common |= 1 << i;
            }
        }
        return common;
    }

    /** One bit for each place that both sides show and that differs. */
    private static int contradictions(String a, String b) {
        int contradictions = 0;
        for (int i = 0; i < ResidentIdDigits.LENGTH; i++) {
            if (a.charAt(i) != b.charAt(i) && a.charAt(i) != '*' && b.charAt(i) != '*') {
                contradictions |= 1 << i;
            }
        }
        return contradictions;
    }

    private static boolean neighboursSwapped(String a, String b, int contradictions) {
        int first = Integer.numberOfTrailingZeros(contradictions);
        return contradictions == 3 << first
                && a.charAt(first) == b.charAt(first + 1)
                && a.charAt(first + 1) == b.charAt(first);
    }

    /** Whether the number is doubted, which may be for another row's sake. */
    @Override
    public long context(int value) {
        Evidence known = evidence[value];
        return known != null && known.doubted ? 1 : 0;
    }
}
