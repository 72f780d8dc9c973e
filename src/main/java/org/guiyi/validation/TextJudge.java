package org.guiyi.validation;

import org.guiyi.feed.Field;

/** Free text: cleaned, otherwise as delivered. */
final class TextJudge extends FieldJudge {

    TextJudge(Field field, FieldProblems problems) {
        super(field, problems);
    }

    @Override
    void read(JudgedRow row, String text, boolean numericCell) {
        String clean = CellText.clean(text);
        if (isMissing(clean)) {
            row.absent(index);
        } else {
            row.value(index, clean);
        }
    }
}
