package org.guiyi.reply;

import org.guiyi.feed.Severity;

/** How a severity is called before a bureau and coloured in its workbook. */
enum SeverityWord {
    REJECT("退回", "FF6B6B"),
    BLOCK("暂缓录入", "FFB366"),
    NOTICE("提示", "FFF2A8");

    private final String zh;
    private final String rgb;

    SeverityWord(String zh, String rgb) {
        this.zh = zh;
        this.rgb = rgb;
    }

    static SeverityWord of(Severity severity) {
        return switch (severity) {
            case REJECT -> REJECT;
            case BLOCK -> BLOCK;
            case NOTICE -> NOTICE;
        };
    }

    String zh() {
        return zh;
    }

    /** Six hexadecimal digits. */
    String rgb() {
        return rgb;
    }
}
