package org.guiyi.tabular;

/** What a row of a laid-out sheet is; in doubt it is {@link #DATA}, because a person must never be skipped. */
public enum RowKind {
    /** A record. */
    DATA,
    /** Nothing but blanks. */
    BLANK,
    /** A title above the header, repeated on a later page, or the heading of a section. */
    TITLE,
    /** The header, repeated further down, or the row that numbers its columns. */
    HEADER,
    /** 合计, 小计, 总计, 共计 and their like. */
    TOTAL,
    /** 填报人, 审核人, 制表人, 负责人, 联系电话, 填表日期, 单位(盖章) and their like. */
    SIGNATURE,
    /** 注：, 说明：, page numbers, explanatory sentences. */
    NOTE
}
