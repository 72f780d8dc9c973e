package org.guiyi.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an admin asked to be run once.
 *
 * @param number its number
 * @param words the selection of a re-import
 * @param result what came of it: an exit code's meaning or why it failed
 */
public record Request(
        long number,
        Kind kind,
        List<String> words,
        Instant asked,
        State state,
        Optional<Instant> finished,
        Optional<String> result) {

    public Request {
        words = List.copyOf(words);
    }

    /** What is to be run. */
    public enum Kind {
        IMPORT("导入"),
        REIMPORT("重新导入"),
        REBUILD("重算");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a request stands. */
    public enum State {
        QUEUED("排队"),
        RUNNING("进行中"),
        DONE("完成"),
        FAILED("失败"),
        CANCELLED("已取消");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
