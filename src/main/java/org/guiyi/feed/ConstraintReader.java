package org.guiyi.feed;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a field's {@code constraints} and sees that they fit its type. */
final class ConstraintReader {

    private static final BigDecimal FEN = BigDecimal.valueOf(100);

    private final FaultLog faults;
    private final FieldType type;

    ConstraintReader(FaultLog faults, FieldType type) {
        this.faults = faults;
        this.type = type;
    }

    Constraints read(Section section) {
        boolean required = section.flag("required");
        boolean unique = section.flag("unique");
        int minLength = section.length("minLength", 0);
        int maxLength = section.length("maxLength", Integer.MAX_VALUE);
        if (minLength > maxLength) {
            range(section, "minLength", "maxLength");
        }
        Optional<Constraints.Bound> minimum = bound(section, "minimum");
        Optional<Constraints.Bound> maximum = bound(section, "maximum");
        checkOrder(section, minimum, maximum);
        Optional<Pattern> pattern = section.text("pattern").flatMap(this::pattern);
        List<String> enumeration =
                section.texts("enum").stream().map(Scalar::text).toList();
        section.end();
        return new Constraints(required, unique, minLength, maxLength, minimum, maximum, pattern, enumeration);
    }

    private void checkOrder(Section section, Optional<Constraints.Bound> minimum, Optional<Constraints.Bound> maximum) {
        if (minimum.isEmpty() || maximum.isEmpty()) {
            return;
        }
        Optional<BigDecimal> low = minimum.get().number();
        Optional<BigDecimal> high = maximum.get().number();
        int order = low.isPresent() && high.isPresent()
                ? low.get().compareTo(high.get())
                : minimum.get().text().compareTo(maximum.get().text());
        if (order > 0) {
            range(section, "minimum", "maximum");
        }
    }

    private void range(Section section, String low, String high) {
        faults.add(section.placeOf(low), "RANGE", "low", low, "high", high);
    }

    private Optional<Constraints.Bound> bound(Section section, String property) {
        return section.text(property).flatMap(scalar -> bound(scalar, property));
    }

    private Optional<Constraints.Bound> bound(Scalar scalar, String property) {
        return switch (type.valueSpace()) {
            case DATES -> date(scalar, property);
            case MONTHS -> month(scalar, property);
            case INTEGERS, DECIMALS -> number(scalar, property, BigDecimal.ONE);
            case AMOUNTS -> number(scalar, property, FEN);
            case TEXTS, TRUTHS -> {
                faults.add(scalar.place(), "CONSTRAINT_UNFIT", "constraint", property, "type", type.key());
                yield Optional.empty();
            }
        };
    }

    private Optional<Constraints.Bound> number(Scalar scalar, String property, BigDecimal unit) {
        try {
            BigDecimal number = new BigDecimal(scalar.text()).multiply(unit);
            return Optional.of(new Constraints.Bound(scalar.text(), Optional.of(number)));
        } catch (NumberFormatException e) {
            wrongType(scalar, property, "number");
            return Optional.empty();
        }
    }

    private Optional<Constraints.Bound> date(Scalar scalar, String property) {
        try {
            return Optional.of(
                    new Constraints.Bound(LocalDate.parse(scalar.text()).toString(), Optional.empty()));
        } catch (DateTimeException e) {
            wrongType(scalar, property, "yyyy-MM-dd");
            return Optional.empty();
        }
    }

    private Optional<Constraints.Bound> month(Scalar scalar, String property) {
        try {
            return Optional.of(
                    new Constraints.Bound(YearMonth.parse(scalar.text()).toString(), Optional.empty()));
        } catch (DateTimeException e) {
            wrongType(scalar, property, "yyyy-MM");
            return Optional.empty();
        }
    }

    private void wrongType(Scalar scalar, String property, String expected) {
        faults.add(scalar.place(), "WRONG_TYPE", "property", property, "expected", expected);
    }

    private Optional<Pattern> pattern(Scalar scalar) {
        try {
            return Optional.of(Pattern.compile(scalar.text()));
        } catch (PatternSyntaxException e) {
            faults.add(scalar.place(), "INVALID_PATTERN", "pattern", scalar.text(), "reason", e.getDescription());
            return Optional.empty();
        }
    }
}
