package org.guiyi.matching;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Graded by how far two numbers, or two dates in days, lie apart, or by the share of the larger number that this is; what is
 * neither number nor date is missing.
 */
final class DistanceLikeness implements Likeness {

    private final double[] places;
    private final double[] bounds;
    private final boolean asShare;

    private DistanceLikeness(double[] places, double[] bounds, boolean asShare) {
        this.places = places;
        this.bounds = bounds;
        this.asShare = asShare;
    }

    static DistanceLikeness ofNumbers(ComparisonValues values, List<LevelSpec> levels) {
        return new DistanceLikeness(numbers(values), LevelSpec.bounds(levels), false);
    }

    static DistanceLikeness ofRatios(ComparisonValues values, List<LevelSpec> levels) {
        return new DistanceLikeness(numbers(values), LevelSpec.bounds(levels), true);
    }

    private static double[] numbers(ComparisonValues values) {
        double[] numbers = new double[values.count()];
        for (int value = 1; value < numbers.length; value++) {
            String text = values.text(value, "value");
            numbers[value] = text == null ? Double.NaN : Amount.of(text);
        }
        return numbers;
    }

    static DistanceLikeness ofDates(ComparisonValues values, List<LevelSpec> levels) {
        double[] places = new double[values.count()];
        for (int value = 1; value < places.length; value++) {
            places[value] = day(values.text(value, "value"));
        }
        return new DistanceLikeness(places, LevelSpec.bounds(levels), false);
    }

    private static double day(@Nullable String text) {
        try {
            return text == null || text.length() < 10
                    ? Double.NaN
                    : LocalDate.parse(text.substring(0, 10)).toEpochDay();
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    @Override
    public int compare(int left, int right) {
        double distance = Math.abs(places[left] - places[right]);
        if (asShare && distance > 0) {
            distance /= Math.max(Math.abs(places[left]), Math.abs(places[right]));
        }
        return Double.isNaN(distance) ? MISSING : LevelSpec.atMost(bounds, distance);
    }
}
