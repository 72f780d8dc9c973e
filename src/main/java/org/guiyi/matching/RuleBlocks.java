package org.guiyi.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The blocks of one rule after those that are too large were refined or left out, and what is to be told of these. A frozen
 * stop list decides alone, so that a pair is compared or not whatever else arrives; a block that has outgrown the bound
 * since is compared all the same, and told.
 */
final class RuleBlocks {

    private final BlockingRule rule;
    private final BlockKeys keys;
    private final Blocks blocks;
    private final long[] stopped;
    private final List<BlockReport.MegaBlock> megaBlocks = new ArrayList<>();

    /** @param some the records whose blocks are wanted; all records', if empty */
    RuleBlocks(
            BlockingRule rule,
            Records records,
            KeyHashes hashes,
            int bound,
            Optional<StopList> frozen,
            Optional<BitSet> some) {
        this.rule = rule;
        BlockKeys whole = BlockKeys.of(rule, records, hashes);
        if (frozen.isPresent()) {
            this.stopped = frozen.get().of(rule.name());
            this.keys = stopped.length == 0 ? whole : divided(whole, hashes);
            this.blocks = Blocks.of(keys, some.map(keys::sorted).orElseGet(keys::sorted));
            tellOutgrown(bound);
        } else {
            SortedKeys sorted = whole.sorted();
            this.stopped = StopList.tooLarge(rule, whole, sorted, hashes, bound);
            this.keys = stopped.length == 0 ? whole : divided(whole, hashes);
            this.blocks = Blocks.of(
                    keys, some.map(keys::sorted).orElseGet(() -> stopped.length == 0 ? sorted : keys.sorted()));
        }
    }

    private BlockKeys divided(BlockKeys whole, KeyHashes hashes) {
        BlockKeys refined = whole.refined(stopped, hashes);
        tell(whole, rule.refine().isEmpty() ? BlockReport.Treatment.LEFT_OUT : BlockReport.Treatment.REFINED);
        tell(refined, BlockReport.Treatment.LEFT_OUT);
        return refined.without(stopped);
    }

    /** Tells what becomes of the stopped blocks that stand among some keys. */
    private void tell(BlockKeys among, BlockReport.Treatment treatment) {
        int[] counts = new int[stopped.length];
        int[] first = new int[stopped.length];
        for (int entry = 0; entry < among.size(); entry++) {
            int at = among.key(entry) == 0 ? -1 : Arrays.binarySearch(stopped, among.key(entry));
            if (at >= 0 && counts[at]++ == 0) {
                first[at] = entry;
            }
        }
        for (int at = 0; at < stopped.length; at++) {
            if (counts[at] > 0) {
                megaBlocks.add(new BlockReport.MegaBlock(
                        rule.name(), among.text(among.owner(first[at])), counts[at], treatment));
            }
        }
    }

    private void tellOutgrown(int bound) {
        for (int block = 0; block < blocks.count(); block++) {
            int size = blocks.end(block) - blocks.start(block);
            if (size > bound) {
                megaBlocks.add(new BlockReport.MegaBlock(
                        rule.name(),
                        keys.text(blocks.owner(blocks.start(block))),
                        size,
                        BlockReport.Treatment.OUTGROWN));
            }
        }
    }

    BlockKeys keys() {
        return keys;
    }

    Blocks blocks() {
        return blocks;
    }

    /** The keys of the blocks that were refined or left out, ascending. */
    long[] stopped() {
        return stopped;
    }

    List<BlockReport.MegaBlock> megaBlocks() {
        return megaBlocks;
    }
}
