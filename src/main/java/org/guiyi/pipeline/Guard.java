package org.guiyi.pipeline;

import java.util.Locale;
import java.util.Optional;
import org.guiyi.feed.Guards;
import org.guiyi.intake.RowBalance;
import org.guiyi.record.Effects;
import org.guiyi.record.RecordFold.Hold;

/** Holds a delivery whose effects look like a mistake: too much rejected, too many gone, a quite different number of rows. */
record Guard(Guards limits) {

    /** Below this many rows or records a share says nothing. */
    private static final int FEW = 10;

    Optional<Hold> check(RowBalance rows, Effects effects) {
        return rejected(rows).or(() -> departures(effects)).or(() -> size(effects));
    }

    private Optional<Hold> rejected(RowBalance rows) {
        long judged = rows.accepted() + rows.rejected();
        double share = judged == 0 ? 0 : (double) rows.rejected() / judged;
        return rows.rejected() < FEW || share <= limits.rejected()
                ? Optional.empty()
                : Optional.of(
                        hold("退回的行占 %s，超过 %s", "%s of the rows are rejected, more than %s", share, limits.rejected()));
    }

    private Optional<Hold> departures(Effects effects) {
        return effects.worstDepartures() <= limits.departures()
                ? Optional.empty()
                : Optional.of(hold(
                        "上次在册而本次没有的占 %s，超过 %s，疑似文件不完整",
                        "%s of a scope's records are missing, more than %s; the file may be incomplete",
                        effects.worstDepartures(),
                        limits.departures()));
    }

    private Optional<Hold> size(Effects effects) {
        long change = Math.abs(effects.produced() - effects.presentBefore());
        double share = effects.presentBefore() == 0 ? 0 : (double) change / effects.presentBefore();
        return change < FEW || share <= limits.rows()
                ? Optional.empty()
                : Optional.of(hold(
                        "记录数与上次相差 %s，超过 %s",
                        "the number of records differs by %s from the last delivery, more than %s",
                        share,
                        limits.rows()));
    }

    private static Hold hold(String zh, String en, double found, double limit) {
        return new Hold(zh.formatted(percent(found), percent(limit)), en.formatted(percent(found), percent(limit)));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }
}
