package org.guiyi.feed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The constraints of a field, as Frictionless Table Schema v2 names them. Bounds are numbers in the unit of the file
 * (money in yuan), or dates for a date field; lengths count code points.
 */
public record Constraints(
        boolean required,
        boolean unique,
        int minLength,
        int maxLength,
        Optional<Bound> minimum,
        Optional<Bound> maximum,
        Optional<Pattern> pattern,
        List<String> enumeration) {

    public static final Constraints NONE = new Constraints(
            false, false, 0, Integer.MAX_VALUE, Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Constraints {
        enumeration = List.copyOf(enumeration);
    }

    /** A bound as the definition writes it and, for numbers, in the unit held inside (money in fen). */
    public record Bound(String text, Optional<BigDecimal> number) {}
}
