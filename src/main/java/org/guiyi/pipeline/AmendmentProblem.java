package org.guiyi.pipeline;

import org.guiyi.feed.Severity;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.ProblemLines.RowProblem;
import org.jspecify.annotations.Nullable;

/** What can be said against a row of a returned error workbook; names are stable codes. */
enum AmendmentProblem {
    AMEND_KEY(
            Severity.REJECT,
            "行标识缺失或无效，无法确定这一行答复的是哪一行。请在原退回表中就地修改，新增人员请随完整名册报送",
            "the row's hidden key is missing or not ours and nothing else tells which row it answers; edit the error"
                    + " workbook in place, new persons belong in the roster itself"),
    AMEND_REPEATED(
            Severity.REJECT, "退回表中有几行答复同一行，无法取舍。请只保留一行", "several rows of the workbook answer the same row; keep one"),
    AMEND_COLUMNS(
            Severity.REJECT,
            "退回表的列与原表不一致。请不要增删、移动列或改动表头",
            "the columns are not those of the original; do not add, remove, move or rename columns"),
    AMEND_SUPERSEDED(
            Severity.REJECT,
            "这条记录已有后来的报送，本次修改未采用。如仍需更改，请在最新名册中修改",
            "a later delivery has superseded this record; the edit is not taken, make it in the latest roster"),
    AMEND_IGNORED(
            Severity.NOTICE,
            "此处没有标记问题，修改未采用，仍以原报送内容为准。如确需更改，请重新报送名册",
            "nothing was marked here: the edit is not taken and the delivered text stands; deliver the roster again to"
                    + " change it");

    private final Severity severity;
    private final Bilingual message;

    AmendmentProblem(Severity severity, String zh, String en) {
        this.severity = severity;
        this.message = new Bilingual(zh, en);
    }

    /** Said of the row as a whole. */
    RowProblem ofRow() {
        return ofCell(null, -1, "");
    }

    RowProblem ofCell(@Nullable String field, int column, String returned) {
        return new RowProblem(name(), severity, field, column, returned, message, null);
    }
}
