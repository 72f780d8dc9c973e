package org.guiyi.validation;

import org.guiyi.correction.Corrections;
import org.guiyi.feed.HeaderMapping;
import org.guiyi.tabular.Row;

/** Judges the rows of one file of a feed. Safe for use by several threads. */
public final class RowJudge {

    public RowJudge(HeaderMapping mapping, Grounds grounds, Corrections corrections) {
        throw new UnsupportedOperationException(mapping.feed().id() + " " + grounds.businessDate() + corrections);
    }

    /** The row with its values, its verdict and all its problems. The row's sheet must be one of the mapping's. */
    public JudgedRow judge(Row row) {
        return new JudgedRow(row, new int[0]);
    }
}
