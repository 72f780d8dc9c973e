package org.guiyi.validation;

import org.guiyi.feed.Field;
import org.guiyi.feed.Severity;
import org.guiyi.identifier.Code;
import org.guiyi.identifier.CodeList;
import org.jspecify.annotations.Nullable;

/** A text of a code list: its code, its name or an alias. */
final class CodeJudge extends FieldJudge {

    private static final String UNKNOWN = "";

    private final CodeList list;
    private final ReadingCache<String> cache = new ReadingCache<>();

    CodeJudge(Field field, FieldProblems problems, CodeList list) {
        super(field, problems);
        this.list = list;
    }

    @Override
    void read(JudgedRow row, String text, boolean numericCell) {
        String cached = cache.find(text);
        String code = cached == null
                ? cache.keep(text, list.find(text).map(Code::code).orElse(UNKNOWN))
                : cached;
        if (!code.isEmpty()) {
            row.value(index, code);
        } else if (isMissing(CellText.clean(text))) {
            row.absent(index);
        } else {
            Severity usual = field.required() ? Severity.BLOCK : Severity.NOTICE;
            problems.add(row, ProblemCode.CODE_UNKNOWN, problems.of(usual), suggestion(CellText.clean(text)));
        }
    }

    /** The only entry whose name holds the text, or is held by it. */
    private @Nullable String suggestion(String text) {
        String found = null;
        for (Code code : list.codes()) {
            if (code.name().contains(text) || text.contains(code.name())) {
                if (found != null) {
                    return null;
                }
                found = code.name();
            }
        }
        return found;
    }
}
