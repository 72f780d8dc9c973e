package org.guiyi.identifier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges numbers of 18 characters: check digit, birth date, region, and whether anybody can hold them. */
final class WholeNumbers implements IdentityStep {

    private static final int FIRST_ISSUED = 1984_00_00;
    private static final int IMPLAUSIBLE_AGE = 121_00_00;

    /** Printed in the standard GB 11643 and its commentaries. */
    private static final Set<String> STANDARD_SPECIMENS = Set.of("11010519491231002X", "440524188001010014");

    /** Printed in notices on the residence permits. */
    private static final Set<String> NOTICE_SPECIMENS =
            Set.of("81000019980902013X", "820000200009100032", "830000200209060065", "911124198108030024");

    private final Regions regions;
    private final int today;
    private final Synthetic synthetic;

    WholeNumbers(Regions regions, LocalDate businessDate, Synthetic synthetic) {
        this.regions = regions;
        this.today =
                businessDate.getYear() * 10_000 + businessDate.getMonthValue() * 100 + businessDate.getDayOfMonth();
        this.synthetic = synthetic;
    }

    /** The reading of a clean cell whose digits hold. */
    IdentityReading held(String number) {
        int birth = ResidentDigits.birth(number);
        if (birth > today) {
            return new UnusableIdentity(number, List.of(IdentityFlag.FUTURE_BIRTH), number, null);
        }
        return new WholeIdentity(
                number, doubts(number, birth, List.of()), ResidentDigits.documentOf(number), number, Map.of());
    }

    @Override
    public Optional<IdentityReading> read(IdentityCell cell) {
        return isShaped(cell.text()) ? Optional.of(judge(cell, cell.text(), cell.flags(), Map.of())) : Optional.empty();
    }

    /** Judges the 18 characters found in a cell; the flags already seen come last. */
    IdentityReading judge(IdentityCell cell, String number, List<IdentityFlag> seen, Map<DocumentType, String> splits) {
        List<IdentityFlag> faults = faults(number);
        if (faults.contains(IdentityFlag.PRECISION_LOST)) {
            return new PartialIdentity(cell.delivered(), joined(faults, seen), number.substring(0, 15) + "***", null);
        }
        if (!faults.isEmpty()) {
            return new UnusableIdentity(cell.delivered(), joined(faults, seen), number, null);
        }
        List<IdentityFlag> flags = doubts(number, ResidentDigits.birth(number), seen);
        return new WholeIdentity(cell.delivered(), flags, ResidentDigits.documentOf(number), number, splits);
    }

    private List<IdentityFlag> faults(String number) {
        var faults = new ArrayList<IdentityFlag>();
        int birth = ResidentDigits.birth(number);
        boolean check = ResidentDigits.checkHolds(number);
        if (birth > 0 && !check && number.endsWith("000")) {
            return List.of(IdentityFlag.PRECISION_LOST);
        }
        if (birth < 0) {
            faults.add(IdentityFlag.BAD_DATE);
        }
        if (birth > today) {
            faults.add(IdentityFlag.FUTURE_BIRTH);
        }
        if (!check) {
            faults.add(IdentityFlag.BAD_CHECK);
        }
        if (number.charAt(0) == '0') {
            faults.add(IdentityFlag.BAD_REGION);
        }
        return faults;
    }

    /** What makes one wonder about a number that holds. */
    private List<IdentityFlag> doubts(String number, int birth, List<IdentityFlag> seen) {
        boolean specimen = isSpecimen(number);
        boolean old = birth <= today - IMPLAUSIBLE_AGE;
        boolean region = regionKnown(number);
        boolean made = synthetic == Synthetic.REFUSED && regions.withdrawnBy1983(ResidentDigits.region(number));
        if (!specimen && !old && region && !made) {
            return seen;
        }
        var doubts = new ArrayList<IdentityFlag>();
        if (specimen) {
            doubts.add(IdentityFlag.SPECIMEN);
        }
        if (made) {
            doubts.add(birth > FIRST_ISSUED ? IdentityFlag.SYNTHETIC : IdentityFlag.SYNTHETIC_POSSIBLE);
        }
        if (!region) {
            doubts.add(IdentityFlag.BAD_REGION);
        }
        if (old) {
            doubts.add(IdentityFlag.AGE_IMPLAUSIBLE);
        }
        return joined(doubts, seen);
    }

    private boolean isSpecimen(String number) {
        return switch (number.charAt(0)) {
            case '1', '4' -> STANDARD_SPECIMENS.contains(number);
            case '8', '9' -> synthetic == Synthetic.REFUSED && NOTICE_SPECIMENS.contains(number);
            default -> false;
        };
    }

    /** A foreigner's number has the province behind its first digit; a permit of 港澳台 has one of three codes. */
    private boolean regionKnown(String number) {
        int region = ResidentDigits.region(number);
        return switch (number.charAt(0)) {
            case '9' -> regions.everExisted(region / 1000 % 100 * 10_000);
            case '8' -> region == 810_000 || region == 820_000 || region == 830_000;
            default -> region % 10_000 != 0 && regions.everExisted(region);
        };
    }

    static boolean isShaped(String text) {
        return text.length() == ResidentDigits.LENGTH
                && ResidentDigits.digits(text, 0, ResidentDigits.LENGTH - 1)
                && (text.charAt(17) == 'X' || ResidentDigits.isDigit(text.charAt(17)));
    }

    private static List<IdentityFlag> joined(List<IdentityFlag> first, List<IdentityFlag> then) {
        var flags = new ArrayList<IdentityFlag>(first);
        flags.addAll(then);
        return flags;
    }
}
