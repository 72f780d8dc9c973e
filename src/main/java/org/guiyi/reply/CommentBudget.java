package org.guiyi.reply;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** Hands out cell comments as long as there are some left: they alone of a workbook must be held in memory to its end. */
final class CommentBudget {

    private static final int WIDE = 4;
    private static final int HIGH = 5;

    /** POI takes the cell for the commented one in which the box begins, so the box begins there but to the right. */
    private static final int BESIDE = Units.pixelToEMU(110);

    private final CreationHelper helper;
    private final int limit;
    private int used;

    CommentBudget(CreationHelper helper, int limit) {
        this.helper = helper;
        this.limit = limit;
    }

    void attach(SXSSFSheet sheet, Cell cell, String text) {
        if (used >= limit) {
            return;
        }
        used++;
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setCol1(cell.getColumnIndex());
        anchor.setDx1(BESIDE);
        anchor.setRow1(cell.getRowIndex());
        anchor.setCol2(cell.getColumnIndex() + 1 + WIDE);
        anchor.setRow2(cell.getRowIndex() + HIGH);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(helper.createRichTextString(DeliveredText.written(text)));
        comment.setAuthor("归一 Guiyi");
        comment.setAddress(cell.getRowIndex(), cell.getColumnIndex());
        cell.setCellComment(comment);
    }

    int used() {
        return used;
    }
}
