package org.guiyi.steward;

import java.util.Arrays;
import java.util.Optional;

/** What only a person may decide. */
public enum TaskKind {
    POSSIBLE_SAME_PERSON("possible-same-person", "疑似同一人"),
    CONFLICTING_EVIDENCE("conflicting-evidence", "证据冲突"),
    JUDGEMENT_TO_CONFIRM("judgement-to-confirm", "判断待确认"),
    NUMBER_SUGGESTION("number-suggestion", "号码建议"),
    CONFLICTING_ROWS("conflicting-rows", "冲突行"),
    UNCONFIRMED_ABSENCE("unconfirmed-absence", "待核实减员"),
    DEATH_TO_CONFIRM("death-to-confirm", "死亡待确认");

    private final String code;
    private final String zh;

    TaskKind(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public static Optional<TaskKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** As it stands in {@code steward.task}. */
    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    /** In Chinese and English. */
    public String words() {
        return zh + " " + code.replace('-', ' ');
    }
}
