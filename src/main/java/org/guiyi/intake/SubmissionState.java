package org.guiyi.intake;

import java.util.Locale;

/** Where a submission stands. */
public enum SubmissionState {
    /** Registered and archived, not yet staged. */
    RECEIVED("已接收"),
    /** Staged, waiting for publication. */
    STAGED("待发布"),
    /** Held for an admin: a question is open or a guard has tripped. */
    HELD("暂缓入库"),
    PUBLISHED("已入库"),
    /** Could not be read or recognised; kept with the reason. */
    REFUSED("无法读取"),
    /** Turned down by an admin. */
    REJECTED("已拒收"),
    /** To be taken out with the next publication. */
    WITHDRAWING("撤回中"),
    WITHDRAWN("已撤回"),
    /** A run died on it; the next run starts it again. */
    FAILED("处理失败");

    private final String zh;

    SubmissionState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** Whether nothing that is still under way for it may bring it back. */
    public boolean isTakenOut() {
        return switch (this) {
            case RECEIVED, STAGED, HELD, PUBLISHED, FAILED -> false;
            case REFUSED, REJECTED, WITHDRAWING, WITHDRAWN -> true;
        };
    }

    /** The word in the database and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SubmissionState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
