package org.guiyi.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The keys of one blocking rule: for each record none, one, or with {@code each} several, as 64-bit hashes of their
 * contents. A key of 0 is no key.
 */
final class BlockKeys {

    /**
     * So many keys a value gives at most: looking for one that two records share takes as many steps as both have pairs of
     * them. Those with the smallest hashes are taken, so that two long values keep what they have in common.
     */
    private static final int MOST_OF_ONE = 100;

    private final BlockingRule rule;
    private final Records records;
    private final int[] starts;
    private final int[] owners;
    private final long[] keys;
    private final boolean many;

    private BlockKeys(BlockingRule rule, Records records, int[] starts, int[] owners, long[] keys, boolean many) {
        this.rule = rule;
        this.records = records;
        this.starts = starts;
        this.owners = owners;
        this.keys = keys;
        this.many = many;
    }

    static BlockKeys of(BlockingRule rule, Records records) {
        return of(rule, records, new KeyHashes(records));
    }

    static BlockKeys of(BlockingRule rule, Records records, KeyHashes hashes) {
        long[] base = new long[records.size()];
        hash(rule.keys().stream().filter(key -> !key.many()).toList(), records, hashes, base);
        return rule.keys().stream()
                .filter(Key::many)
                .findFirst()
                .map(each -> exploded(rule, records, base, each))
                .orElseGet(() -> single(rule, records, base));
    }

    private static BlockKeys single(BlockingRule rule, Records records, long[] keys) {
        int[] places = new int[keys.length + 1];
        Arrays.setAll(places, place -> place);
        return new BlockKeys(rule, records, places, places, keys, false);
    }

    /** Hashes the keys of every record together; 0 where one of them is missing. */
    private static void hash(List<Key> keys, Records records, KeyHashes known, long[] hashes) {
        Arrays.fill(hashes, 1);
        for (Key key : keys) {
            long[] hashOf = known.of(key);
            int[] values = records.column(key.column());
            for (int place = 0; place < hashes.length; place++) {
                long hash = hashOf[values[place]];
                hashes[place] = hash == 0 || hashes[place] == 0 ? 0 : KeyHash.mix(hashes[place], hash);
            }
        }
    }

    private static BlockKeys exploded(BlockingRule rule, Records records, long[] base, Key each) {
        long[][] elements = elements(records.dictionary(each.column()), each);
        int[] values = records.column(each.column());
        int[] starts = new int[base.length + 1];
        for (int place = 0; place < base.length; place++) {
            starts[place + 1] = starts[place] + (base[place] == 0 ? 0 : elements[values[place]].length);
        }
        int[] owners = new int[starts[base.length]];
        long[] keys = new long[owners.length];
        for (int place = 0; place < base.length; place++) {
            for (int i = starts[place]; i < starts[place + 1]; i++) {
                owners[i] = place;
                keys[i] = KeyHash.mix(base[place], elements[values[place]][i - starts[place]]);
            }
        }
        return new BlockKeys(rule, records, starts, owners, keys, true);
    }

    private static long[][] elements(Dictionary dictionary, Key each) {
        long[][] elements = new long[dictionary.size()][];
        elements[0] = new long[0];
        for (int value = 1; value < elements.length; value++) {
            long[] all = each.all(dictionary.value(value)).stream()
                    .mapToLong(KeyHash::of)
                    .distinct()
                    .toArray();
            elements[value] = all.length <= MOST_OF_ONE
                    ? all
                    : Arrays.stream(all).sorted().limit(MOST_OF_ONE).toArray();
        }
        return elements;
    }

    /** How many keys there are, 0s among them. */
    int size() {
        return keys.length;
    }

    long key(int entry) {
        return keys[entry];
    }

    int owner(int entry) {
        return owners[entry];
    }

    /** The entries in the order of their keys. */
    SortedKeys sorted() {
        return SortedKeys.of(keys);
    }

    /** The entries that share a key with some records, these among them, in the order of their keys. */
    SortedKeys sorted(BitSet some) {
        KeySet sought = new KeySet(
                some.stream().map(place -> starts[place + 1] - starts[place]).sum());
        some.stream().forEach(place -> {
            for (int entry = starts[place]; entry < starts[place + 1]; entry++) {
                sought.add(keys[entry]);
            }
        });
        return SortedKeys.of(keys, sought);
    }

    /** Whether a record may have several keys. */
    boolean many() {
        return many;
    }

    /**
     * The same with the blocks of a stop list refined by the rule's further keys, and those left out that can't be refined.
     *
     * @param stopped ascending
     */
    BlockKeys refined(long[] stopped, KeyHashes hashes) {
        long[] further = new long[rule.refine().isEmpty() ? 0 : records.size()];
        if (further.length > 0) {
            hash(rule.refine(), records, hashes, further);
        }
        long[] refined = keys.clone();
        for (int entry = 0; entry < keys.length; entry++) {
            if (keys[entry] != 0 && Arrays.binarySearch(stopped, keys[entry]) >= 0) {
                long key = further.length == 0 ? 0 : further[owners[entry]];
                refined[entry] = key == 0 ? 0 : KeyHash.mix(keys[entry], key);
            }
        }
        return new BlockKeys(rule, records, starts, owners, refined, many);
    }

    /** The same without the blocks of a stop list. */
    BlockKeys without(long[] stopped) {
        long[] left = keys.clone();
        for (int entry = 0; entry < keys.length; entry++) {
            left[entry] = Arrays.binarySearch(stopped, keys[entry]) >= 0 ? 0 : keys[entry];
        }
        return new BlockKeys(rule, records, starts, owners, left, many);
    }

    /** The smallest key that two records share, as unsigned numbers go; 0 for none. */
    long shared(int left, int right) {
        if (!many) {
            return keys[left] == keys[right] ? keys[left] : 0;
        }
        long smallest = 0;
        for (int i = starts[left]; i < starts[left + 1]; i++) {
            for (int j = starts[right]; j < starts[right + 1]; j++) {
                boolean smaller = smallest == 0 || Long.compareUnsigned(keys[i], smallest) < 0;
                if (keys[i] != 0 && keys[i] == keys[j] && smaller) {
                    smallest = keys[i];
                }
            }
        }
        return smallest;
    }

    /** A block's key as text: the values that the rule reads of one of its records. Personal. */
    String text(int owner) {
        StringBuilder text = new StringBuilder();
        for (Key key : rule.keys()) {
            int value = records.column(key.column())[owner];
            String derived = key.of(records.dictionary(key.column()).value(value));
            text.append(text.isEmpty() ? "" : " + ").append(derived);
        }
        return text.toString();
    }
}
