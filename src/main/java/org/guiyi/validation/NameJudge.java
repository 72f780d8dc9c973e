package org.guiyi.validation;

import org.guiyi.feed.Field;
import org.guiyi.identifier.NameFlag;
import org.guiyi.identifier.PersonName;

/** A person's name. */
final class NameJudge extends FieldJudge {

    NameJudge(Field field, FieldProblems problems) {
        super(field, problems);
    }

    @Override
    void read(JudgedRow row, String text, boolean numericCell) {
        PersonName name = PersonName.read(text);
        if (name.has(NameFlag.EMPTY) || name.display().isEmpty()) {
            row.absent(index);
            return;
        }
        row.reading(index, name);
        row.value(index, name.display());
        if (!name.flags().isEmpty()) {
            note(row, name);
        }
    }

    private void note(JudgedRow row, PersonName name) {
        if (name.has(NameFlag.ENCODING_DAMAGE)) {
            row.value(index, null);
            problems.add(row, ProblemCode.NAME_ENCODING);
        } else if (name.has(NameFlag.WILDCARD) || name.has(NameFlag.PINYIN_MIXED)) {
            problems.add(row, ProblemCode.NAME_WILDCARD);
        } else if (name.has(NameFlag.ODD_CHARACTER)) {
            problems.add(row, ProblemCode.PATTERN);
        }
        if (name.has(NameFlag.WEAK)) {
            problems.add(row, ProblemCode.NAME_WEAK);
        }
    }
}
