package org.guiyi.pipeline;

import java.util.Locale;

/** What a run does, in order. */
public enum RunStep {
    STAGING("读取校验", "reading and validating"),
    RECORDS("登记", "records"),
    MATCHING("比对", "matching"),
    GOLDEN_VALUES("采信", "golden values"),
    PUBLICATION("发布", "publication");

    private final String zh;
    private final String en;

    RunStep(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
