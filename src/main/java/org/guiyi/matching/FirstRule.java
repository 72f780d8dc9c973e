package org.guiyi.matching;

import java.util.stream.IntStream;

/**
 * Tells whether a rule is the first whose keys two records share. For rules that give a record one key, the blocks of a
 * record stand side by side: one row of small numbers for each record.
 */
final class FirstRule {

    private final int rules;
    private final int[] blockOf;
    private final int[] manyRules;
    private final BlockKeys[] manyKeys;

    private FirstRule(int rules, int[] blockOf, int[] manyRules, BlockKeys[] manyKeys) {
        this.rules = rules;
        this.blockOf = blockOf;
        this.manyRules = manyRules;
        this.manyKeys = manyKeys;
    }

    static FirstRule of(BlockKeys[] keys, Blocks[] blocks, int records) {
        int rules = keys.length;
        int[] blockOf = new int[Math.multiplyExact(records, rules)];
        for (int rule = 0; rule < rules; rule++) {
            for (int block = 0; !keys[rule].many() && block < blocks[rule].count(); block++) {
                for (int at = blocks[rule].start(block); at < blocks[rule].end(block); at++) {
                    blockOf[blocks[rule].owner(at) * rules + rule] = block + 1;
                }
            }
        }
        int[] many = IntStream.range(0, rules).filter(rule -> keys[rule].many()).toArray();
        return new FirstRule(
                rules,
                blockOf,
                many,
                IntStream.of(many).mapToObj(rule -> keys[rule]).toArray(BlockKeys[]::new));
    }

    /** Whether no earlier rule has the pair and, under a rule of several keys, no other block with a smaller key. */
    boolean is(int rule, Blocks blocks, int block, int left, int right) {
        int a = left * rules;
        int b = right * rules;
        for (int earlier = 0; earlier < rule; earlier++) {
            int other = blockOf[a + earlier];
            if (other != 0 && other == blockOf[b + earlier]) {
                return false;
            }
        }
        for (int i = 0; i < manyRules.length && manyRules[i] <= rule; i++) {
            long shared = manyKeys[i].shared(left, right);
            if (manyRules[i] == rule ? shared != blocks.key(block) : shared != 0) {
                return false;
            }
        }
        return true;
    }

    /** The bits that all rules which have a pair share. */
    int common(int left, int right, int[] bits) {
        int common = -1;
        for (int rule = 0; rule < rules; rule++) {
            int block = blockOf[left * rules + rule];
            common &= block != 0 && block == blockOf[right * rules + rule] ? bits[rule] : -1;
        }
        for (int i = 0; i < manyRules.length; i++) {
            common &= manyKeys[i].shared(left, right) != 0 ? bits[manyRules[i]] : -1;
        }
        return common;
    }

    /** Whether any rule has a pair. */
    boolean any(int left, int right) {
        return common(left, right, new int[rules]) == 0;
    }
}
