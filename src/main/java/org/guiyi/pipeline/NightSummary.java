package org.guiyi.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.RecordBalance;
import org.guiyi.intake.RowBalance;

/**
 * What a run did.
 *
 * @param submissions each delivered file with its submission
 * @param persons persons in the warehouse after the run
 * @param publication the number readers now see
 * @param matches pairs of records joined automatically, of all that stand; 0 when nothing was published
 * @param possible pairs left to a steward
 * @param tasks tasks that are open
 */
public record NightSummary(
        List<Line> submissions, long persons, long publication, long matches, long possible, long tasks) {

    /** Stands in a line for a file that was not taken at all, and so has no receipt. */
    public static final String NO_RECEIPT = "";

    /** What became of a delivered file. */
    public enum Verdict {
        ACCEPTED("全部通过", "all accepted"),
        PARTLY_ACCEPTED("部分通过", "partly accepted"),
        ALL_REJECTED("全部退回", "all rejected"),
        HELD("暂缓入库", "held"),
        REFUSED("无法读取", "unreadable"),
        DELIVERED_BEFORE("以前报送过", "delivered before"),
        WITHDRAWN("已撤回", "withdrawn"),
        REJECTED("已拒收", "turned down"),
        FAILED("处理失败", "failed"),
        STILL_WRITTEN("尚未写完", "still written"),
        /** Read as another line tells, but it still lies in the inbox. */
        NOT_MOVED("没有移走", "not moved");

        private final String zh;
        private final String en;

        Verdict(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    /**
     * A delivered file.
     *
     * @param rows the ledger of rows: read = accepted + rejected + duplicate + not data
     * @param records the ledger of records: produced = new + changed + unchanged + conflicting; absent until published
     */
    public record Line(
            String receipt,
            String bureau,
            Optional<String> feed,
            Optional<String> scope,
            Optional<String> period,
            String file,
            Verdict verdict,
            RowBalance rows,
            Optional<RecordBalance> records,
            Optional<Bilingual> reason) {}

    /** The same with more lines. */
    NightSummary with(List<Line> more) {
        List<Line> all = Stream.concat(submissions.stream(), more.stream()).toList();
        return new NightSummary(all, persons, publication, matches, possible, tasks);
    }

    /** The exit code of DESIGN: 0 all well, 1 some rejected, held or not yet written, 3 failed and can be started again. */
    public int exitCode() {
        if (submissions.stream().anyMatch(line -> line.verdict() == Verdict.FAILED)) {
            return 3;
        }
        return submissions.stream().anyMatch(line -> switch (line.verdict()) {
                    case ACCEPTED, PARTLY_ACCEPTED, DELIVERED_BEFORE -> false;
                    case ALL_REJECTED, HELD, REFUSED, WITHDRAWN, REJECTED, FAILED, STILL_WRITTEN, NOT_MOVED -> true;
                })
                ? 1
                : 0;
    }
}
