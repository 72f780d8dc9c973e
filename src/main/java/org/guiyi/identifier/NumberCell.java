package org.guiyi.identifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The cell of a number other than an identity number, with the damage any number can show. */
record NumberCell(String delivered, String text, boolean numeric) {

    private static final Pattern NOTHING =
            Pattern.compile("|无|没有|空|否|暂无|未填|未知|不详|待补|未办|未办理|[/\\\\.0*?]{1,3}|N/?A|NULL|NONE|NAN|#N/A");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?E\\+?\\d{1,2}");
    private static final Pattern LONG = Pattern.compile("\\d{16,}(\\.0+)?|\\d{1,3}(,\\d{3}){5,}(\\.0+)?");
    private static final Pattern MASKED = Pattern.compile("(?=.*[*●○■□])[A-Z0-9*●○■□]{4,}");

    static NumberCell of(String delivered, boolean numeric) {
        return new NumberCell(delivered, CellText.clean(delivered), numeric);
    }

    /** The reading of a cell that should hold one number of a form. */
    NumberReading reading(Predicate<String> holds, NumberFlag otherwise) {
        return damage().map(this::unusable)
                .orElseGet(() -> holds.test(text) ? usable(List.of(text), List.of()) : unusable(otherwise));
    }

    NumberReading usable(List<String> values, List<NumberFlag> seen) {
        var flags = new ArrayList<NumberFlag>(seen);
        if (!delivered.equals(text)) {
            flags.add(NumberFlag.NORMALISED);
        }
        return new NumberReading(delivered, values, flags);
    }

    NumberReading unusable(NumberFlag flag) {
        return new NumberReading(delivered, List.of(), List.of(flag));
    }

    /** The damage any number can show, and absence. */
    Optional<NumberFlag> damage() {
        if (NOTHING.matcher(text).matches()) {
            return Optional.of(NumberFlag.MISSING);
        }
        if (SCIENTIFIC.matcher(text).matches()) {
            return Optional.of(NumberFlag.SCI_NOTATION);
        }
        if ((numeric || text.indexOf('.') >= 0 || text.indexOf(',') >= 0)
                && LONG.matcher(text).matches()) {
            return Optional.of(NumberFlag.PRECISION_LOST);
        }
        if (MASKED.matcher(text).matches()) {
            return Optional.of(NumberFlag.MASKED);
        }
        return Placeholders.isPlaceholder(text) ? Optional.of(NumberFlag.PLACEHOLDER) : Optional.empty();
    }
}
