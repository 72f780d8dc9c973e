package org.guiyi.reply;

import java.nio.file.Path;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.ReceiptNumber;
import org.springframework.stereotype.Component;

/** The bureau's own workbook with what is wrong marked in it. */
@Component
public class ErrorWorkbook {

    /** What came of the request for a workbook. */
    public sealed interface Outcome {

        /** The workbook lies at its place. @param marked rows with problems @param comments cells that say why */
        record Written(long marked, int comments) implements Outcome {}

        /** There is nothing to write. */
        record NotWritten(Bilingual why) implements Outcome {}
    }

    /** Writes the workbook of a submission's current processing; {@code out} is replaced when it is complete. */
    public Outcome write(ReceiptNumber receipt, Path out) {
        throw new UnsupportedOperationException(receipt + " " + out);
    }
}
