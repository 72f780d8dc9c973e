package org.guiyi.tabular;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;

/** A quick look over the headers of a sheet's records: do its cells come row by row? */
final class BiffOrder {

    private BiffOrder() {}

    static DocumentInputStream open(DocumentEntry workbook, int position) throws IOException {
        if (position < 0 || position >= workbook.getSize()) {
            throw Refusals.malformed("有工作表的位置超出文件", "a sheet lies beyond its end");
        }
        DocumentInputStream in = new DocumentInputStream(workbook);
        in.skipNBytes(position);
        return in;
    }

    static boolean isByRows(DocumentEntry workbook, int position) throws IOException {
        try (InputStream in = new BufferedInputStream(open(workbook, position), 1 << 16)) {
            int depth = 0;
            int row = 0;
            do {
                int sid = readShort(in);
                int length = readShort(in);
                depth += sid == BOFRecord.sid ? 1 : sid == EOFRecord.sid ? -1 : 0;
                if (depth == 1 && length >= 2 && BiffCells.isCell(sid)) {
                    int next = readShort(in);
                    length -= 2;
                    if (next < row) {
                        return false;
                    }
                    row = next;
                }
                in.skipNBytes(length);
            } while (depth > 0);
            return true;
        }
    }

    private static int readShort(InputStream in) throws IOException {
        int low = in.read();
        int high = in.read();
        if (high < 0) {
            throw new EOFException();
        }
        return low | high << 8;
    }
}
