package org.guiyi.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.Field;
import org.guiyi.feed.FieldRole;
import org.guiyi.feed.FieldType;
import org.guiyi.feed.Severity;
import org.guiyi.identifier.DocumentType;
import org.guiyi.identifier.IdentityFlag;
import org.guiyi.identifier.IdentityReading;
import org.guiyi.identifier.Sex;
import org.jspecify.annotations.Nullable;

/**
 * Whose number it is: the subject's number must agree with the row's birth date and sex and be nobody else's in the row.
 * Where the subject's and a related person's number are the same one, it belongs to whom it fits.
 */
final class IdentityCheck implements RowCheck {

    private static final int FULL_DATE = 10;

    /** Nobody younger is somebody's guardian. */
    private static final int GUARDIAN_AGE = 16;

    private final int subject;
    private final int birth;
    private final int sex;
    private final int[] related;
    private final FieldProblems[] problems;
    private final LocalDate businessDate;

    private IdentityCheck(
            FeedDefinition feed, Field subject, int[] related, FieldProblems[] problems, LocalDate businessDate) {
        this.subject = subject.index();
        this.birth = feed.find(FieldRole.BIRTH_DATE).map(Field::index).orElse(-1);
        this.sex = feed.find(FieldRole.SEX).map(Field::index).orElse(-1);
        this.related = related;
        this.problems = problems;
        this.businessDate = businessDate;
    }

    static Optional<RowCheck> of(FeedDefinition feed, FieldProblems[] problems, LocalDate businessDate) {
        List<Integer> related = new ArrayList<>();
        for (Field field : feed.fields()) {
            if (field.type() == FieldType.IDENTITY && field.related().isPresent()) {
                related.add(field.index());
            }
        }
        int[] indexes = related.stream().mapToInt(Integer::intValue).toArray();
        return feed.find(FieldRole.RESIDENT_ID)
                .map(subject -> new IdentityCheck(feed, subject, indexes, problems, businessDate));
    }

    @Override
    public void check(JudgedRow row) {
        for (int other : related) {
            row.trust(other, holds(row, other));
        }
        String number = row.value(subject);
        IdentityReading reading = row.identity(subject).orElse(null);
        if (number == null || reading == null) {
            return;
        }
        boolean trusted = holds(row, subject) && !isUnproven(row, reading);
        int owner = sameNumber(row, number);
        boolean fits = fitsBirth(row, reading) && fitsSex(row, reading);
        if (owner >= 0) {
            trusted &= settleOwner(row, reading, owner, fits);
        }
        if (!fits && owner < 0) {
            noteMismatch(row, reading);
        }
        row.trust(subject, trusted && fits);
    }

    /** Which field of a related person has the same number, or -1. */
    private int sameNumber(JudgedRow row, String number) {
        for (int other : related) {
            if (number.equals(row.value(other))) {
                return other;
            }
        }
        return -1;
    }

    /** Notes the number that stands in the wrong column; true when the subject's own is the right one. */
    private boolean settleOwner(JudgedRow row, IdentityReading reading, int other, boolean fits) {
        boolean known = birth >= 0 && row.value(birth) != null;
        boolean grown = reading.birthDate()
                .map(date -> !date.plusYears(GUARDIAN_AGE).isAfter(businessDate))
                .orElse(false);
        if (known && fits) {
            row.trust(other, false);
            problems[other].add(row, ProblemCode.ID_OF_RELATED, Severity.NOTICE, null);
            return true;
        }
        row.trust(other, grown && row.trusted(other));
        problems[subject].add(row, ProblemCode.ID_OF_RELATED);
        return false;
    }

    private void noteMismatch(JudgedRow row, IdentityReading reading) {
        if (!fitsBirth(row, reading)) {
            problems[subject].add(row, ProblemCode.ID_BIRTH_MISMATCH);
        }
        if (!fitsSex(row, reading)) {
            problems[subject].add(row, ProblemCode.ID_SEX_MISMATCH);
        }
    }

    /** A whole number with a check digit of its own that holds. */
    private static boolean holds(JudgedRow row, int field) {
        IdentityReading reading = row.identity(field).orElse(null);
        return reading != null
                && reading.number().isPresent()
                && isNumbered(reading.document())
                && !reading.has(IdentityFlag.SPECIMEN);
    }

    private static boolean isNumbered(DocumentType document) {
        return switch (document) {
            case RESIDENT_ID, HMT_RESIDENCE, FOREIGNER_RESIDENCE -> true;
            case STUDENT_NUMBER,
                    DISABILITY_CERTIFICATE,
                    BIRTH_CERTIFICATE,
                    PASSPORT,
                    HMT_PERMIT,
                    TAIWAN_PERMIT,
                    OTHER,
                    NONE -> false;
        };
    }

    /** The check digit of an upgraded number is our own: it proves nothing unless the row's birth date does. */
    private boolean isUnproven(JudgedRow row, IdentityReading reading) {
        boolean upgraded = reading.has(IdentityFlag.UPGRADED_15) || reading.has(IdentityFlag.UPGRADED_15_CENTENARIAN);
        return upgraded && (birth < 0 || row.value(birth) == null);
    }

    private boolean fitsBirth(JudgedRow row, IdentityReading reading) {
        String written = birth < 0 ? null : row.value(birth);
        Optional<LocalDate> inside = reading.birthDate();
        return written == null || inside.isEmpty() || fits(written, inside.get());
    }

    private static boolean fits(String written, LocalDate inside) {
        return written.length() == FULL_DATE
                ? written.equals(inside.toString())
                : inside.toString().startsWith(written);
    }

    private boolean fitsSex(JudgedRow row, IdentityReading reading) {
        @Nullable String written = sex < 0 ? null : row.value(sex);
        Optional<Sex> inside = reading.sex();
        boolean told = Sex.MALE.code().equals(written) || Sex.FEMALE.code().equals(written);
        return !told || inside.isEmpty() || inside.get().code().equals(written);
    }
}
