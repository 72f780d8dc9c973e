package org.guiyi.matching;

import java.util.ArrayList;
import java.util.List;

/** Some blocks of one rule, for one worker at a time. */
record BlockTask(int rule, int from, int to, long pairs) {

    private static final long ENOUGH = 500_000;

    static List<BlockTask> of(Blocks[] rules) {
        List<BlockTask> tasks = new ArrayList<>();
        for (int rule = 0; rule < rules.length; rule++) {
            int from = 0;
            long pairs = 0;
            for (int block = 0; block < rules[rule].count(); block++) {
                pairs += rules[rule].pairs(block);
                if (pairs >= ENOUGH) {
                    tasks.add(new BlockTask(rule, from, block + 1, pairs));
                    from = block + 1;
                    pairs = 0;
                }
            }
            if (pairs > 0) {
                tasks.add(new BlockTask(rule, from, rules[rule].count(), pairs));
            }
        }
        return tasks;
    }
}
