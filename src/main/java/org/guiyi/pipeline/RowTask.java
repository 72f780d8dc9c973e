package org.guiyi.pipeline;

import org.guiyi.tabular.Row;

/** A row with its number in the file's order and the sheet it stands on. */
record RowTask(Row row, int rowSeq, StagedSheet sheet) {}
