package org.guiyi.matching;

import java.util.List;

/** What blocking did: the pairs of each rule, and the blocks that were too large. */
public record BlockReport(List<Rule> rules, List<MegaBlock> megaBlocks) {

    public BlockReport {
        rules = List.copyOf(rules);
        megaBlocks = List.copyOf(megaBlocks);
    }

    /** All pairs that were compared. */
    public long comparedPairs() {
        return rules.stream().mapToLong(Rule::newPairs).sum();
    }

    /**
     * One blocking rule.
     *
     * @param records records that have the rule's keys
     * @param blocks blocks of two records or more
     * @param largest the records of the largest block that was used
     * @param pairs pairs in the blocks
     * @param newPairs those of them that no earlier rule had: each pair is compared once, under its first rule
     */
    public record Rule(String name, int records, int blocks, int largest, long pairs, long newPairs) {}

    /** What became of a block that was too large. */
    public enum Treatment {
        /** Divided by the rule's further keys. */
        REFINED,
        /** Not compared under this rule; other rules may still compare its records. */
        LEFT_OUT,
        /** Compared, though it is too large: it has grown since the model froze its list. A new model would stop it. */
        OUTGROWN
    }

    /**
     * A block with more records than the spec allows, or that had so many when the model was trained.
     *
     * @param key the block's key as text; personal, so never for a log
     */
    public record MegaBlock(String rule, String key, int records, Treatment treatment) {

        /** Without the key, which is personal. */
        @Override
        public String toString() {
            return "block of rule " + rule + " with " + records + " records: " + treatment;
        }
    }
}
