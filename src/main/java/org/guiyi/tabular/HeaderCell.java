package org.guiyi.tabular;

/**
 * A column's header.
 *
 * @param index the column, from 0
 * @param text the header as delivered, without line breaks and without blanks beside Chinese characters
 * @param groupText the header above it in a two-row header, cleaned alike; empty if there is none
 */
public record HeaderCell(int index, String text, String groupText) {

    /** {@code group/text}, or the text alone without a group. */
    public String name() {
        return groupText.isEmpty() ? text : groupText + "/" + text;
    }
}
