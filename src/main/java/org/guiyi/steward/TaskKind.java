package org.guiyi.steward;

import java.util.Arrays;
import java.util.Optional;

/** What only a person may decide. */
public enum TaskKind {
    POSSIBLE_SAME_PERSON("possible-same-person", "疑似同一人 possible same person"),
    CONFLICTING_EVIDENCE("conflicting-evidence", "证据冲突 conflicting evidence"),
    JUDGEMENT_TO_CONFIRM("judgement-to-confirm", "判断待确认 judgement to confirm"),
    CONFLICTING_ROWS("conflicting-rows", "冲突行 conflicting rows"),
    UNCONFIRMED_ABSENCE("unconfirmed-absence", "待核实减员 unconfirmed absence"),
    DEATH_TO_CONFIRM("death-to-confirm", "死亡待确认 death to confirm");

    private final String code;
    private final String words;

    TaskKind(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public static Optional<TaskKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** As it stands in {@code steward.task}. */
    public String code() {
        return code;
    }

    /** In Chinese and English. */
    public String words() {
        return words;
    }
}
