package org.guiyi.watch;

import java.util.Locale;

/** A way that reports go. */
enum Channel {
    MAIL("邮件"),
    WEBHOOK("回调");

    private final String zh;

    Channel(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
