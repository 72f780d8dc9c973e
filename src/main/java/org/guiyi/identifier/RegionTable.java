package org.guiyi.identifier;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code regions.csv} in memory. */
final class RegionTable {

    private final Map<String, Region> regions = new LinkedHashMap<>();
    private final Map<String, String> shortNames = new HashMap<>();
    private final BitSet existed = new BitSet();
    private final BitSet withdrawnBy1983 = new BitSet();

    RegionTable(Path file) {
        CodeTable.read(file, this::add);
    }

    private void add(NamedCsvRecord row) {
        Region region = new Region(
                row.getField("code"),
                row.getField("name"),
                presentOrNull(row.getField("parent")),
                stateOf(row.getField("state")),
                Boolean.parseBoolean(row.getField("withdrawn_by_1983")),
                presentOrNull(row.getField("successor")));
        regions.put(region.code(), region);
        shortNames.put(region.code(), row.getField("short_name"));
        int code = Integer.parseInt(region.code());
        existed.set(code, region.state() != RegionState.STATISTICAL);
        withdrawnBy1983.set(code, region.withdrawnBy1983());
    }

    Collection<Region> all() {
        return regions.values();
    }

    Optional<Region> find(String code) {
        return Optional.ofNullable(regions.get(code));
    }

    /** What people call the region without the word for its kind; empty where there is no such word. */
    String shortName(Region region) {
        return shortNames.getOrDefault(region.code(), "");
    }

    boolean existed(int code) {
        return existed.get(code);
    }

    boolean withdrawnBy1983(int code) {
        return withdrawnBy1983.get(code);
    }

    private static RegionState stateOf(String word) {
        return switch (word) {
            case "current" -> RegionState.CURRENT;
            case "withdrawn" -> RegionState.WITHDRAWN;
            case "statistical" -> RegionState.STATISTICAL;
            default -> throw new IllegalArgumentException("regions.csv: unknown state " + word);
        };
    }

    private static @Nullable String presentOrNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
