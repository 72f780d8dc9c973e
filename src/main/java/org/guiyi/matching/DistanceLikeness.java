package org.guiyi.matching;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Graded by how far two numbers, or two dates in days, lie apart; what is neither is missing. */
final class DistanceLikeness implements Likeness {

    private final double[] places;
    private final double[] bounds;

    private DistanceLikeness(double[] places, double[] bounds) {
        this.places = places;
        this.bounds = bounds;
    }

    static DistanceLikeness ofNumbers(ComparisonValues values, List<LevelSpec> levels) {
        double[] places = new double[values.count()];
        for (int value = 1; value < places.length; value++) {
            places[value] = number(values.text(value, "value"));
        }
        return new DistanceLikeness(places, LevelSpec.bounds(levels));
    }

    static DistanceLikeness ofDates(ComparisonValues values, List<LevelSpec> levels) {
        double[] places = new double[values.count()];
        for (int value = 1; value < places.length; value++) {
            places[value] = day(values.text(value, "value"));
        }
        return new DistanceLikeness(places, LevelSpec.bounds(levels));
    }

    private static double number(@Nullable String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
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
        return Double.isNaN(distance) ? MISSING : LevelSpec.atMost(bounds, distance);
    }
}
