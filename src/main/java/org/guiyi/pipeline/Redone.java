package org.guiyi.pipeline;

import java.util.Optional;
import org.guiyi.intake.Bilingual;

/**
 * A submission that was read again.
 *
 * @param definitionBefore version of the definition that judged its rows until now
 * @param definitionAfter version of today's definition
 * @param why why it is held or failed
 * @param changes what is said otherwise of its rows; nothing, if it failed
 */
public record Redone(
        String receipt,
        String feed,
        Optional<String> period,
        String definitionBefore,
        String definitionAfter,
        Outcome outcome,
        Optional<Bilingual> why,
        RowChanges changes) {

    /** What came of reading it. */
    public enum Outcome {
        STAGED("已处理", "read"),
        HELD("暂缓", "held"),
        FAILED("失败", "failed");

        private final String zh;
        private final String en;

        Outcome(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }
}
