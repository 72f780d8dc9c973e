package org.guiyi.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What an admin asked to be run once.
 *
 * @param number its number
 * @param words the selection of a re-import
 * @param result what came of it, or why it failed
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
        QUEUED("排队", OptionalInt.empty()),
        RUNNING("进行中", OptionalInt.empty()),
        DONE("完成", OptionalInt.of(0)),
        /** Carried out, and something of it wants attention: held, sent back, unreadable. */
        PARTLY("部分完成", OptionalInt.of(1)),
        REFUSED("被拒绝", OptionalInt.of(2)),
        FAILED("失败", OptionalInt.of(3)),
        CANCELLED("已取消", OptionalInt.empty());

        private final String zh;
        private final OptionalInt exitCode;

        State(String zh, OptionalInt exitCode) {
            this.zh = zh;
            this.exitCode = exitCode;
        }

        static State ofExitCode(int code) {
            return Stream.of(values())
                    .filter(state -> state.exitCode.equals(OptionalInt.of(code)))
                    .findFirst()
                    .orElseThrow();
        }

        /** What the command would have ended with, once it is over. */
        public OptionalInt exitCode() {
            return exitCode;
        }

        public String zh() {
            return zh;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
