package org.guiyi.identifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code townships.csv} in memory: by county, and by name over the whole country once that is asked for. */
final class TownshipTable {

    private static final int SHORTEST = 3;

    private final Map<String, List<Located>> byCounty = new HashMap<>();
    private final Lazy<NameTrie<Located>> byName = new Lazy<>(this::named);

    TownshipTable(Path file) {
        CodeTable.read(file, row -> {
            String code = row.getField("code");
            byCounty.computeIfAbsent(code.substring(0, 6), any -> new ArrayList<>())
                    .add(new Located(code, row.getField("name")));
        });
        Comparator<Located> longestFirst = Comparator.<Located>comparingInt(
                        township -> township.name().length())
                .reversed();
        byCounty.values().forEach(townships -> townships.sort(longestFirst));
    }

    Optional<Located> find(String code9) {
        return byCounty.getOrDefault(code9.substring(0, 6), List.of()).stream()
                .filter(township -> township.code().equals(code9))
                .findFirst();
    }

    /** The township of a county that the text names from a place on. */
    Optional<Located> within(String county, String text, int from) {
        for (Located township : byCounty.getOrDefault(county, List.of())) {
            String name = spoken(township.name());
            if (name.length() >= SHORTEST && text.indexOf(name, from) >= 0) {
                return Optional.of(township);
            }
        }
        return Optional.empty();
    }

    /** The only township under a code's prefix that the text names from a place on. */
    Optional<Located> only(String codePrefix, String text, int from) {
        for (int i = from; i < text.length(); i++) {
            for (NameTrie.Match<Located> match : byName.get().at(text, i)) {
                List<Located> under = match.values().stream()
                        .filter(township -> township.code().startsWith(codePrefix))
                        .toList();
                if (!under.isEmpty()) {
                    return under.size() == 1 ? Optional.of(under.get(0)) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private NameTrie<Located> named() {
        var trie = new NameTrie<Located>();
        byCounty.values().stream()
                .flatMap(List::stream)
                .filter(township -> spoken(township.name()).length() >= SHORTEST)
                .forEach(township -> trie.add(spoken(township.name()), township));
        return trie;
    }

    /** 街道办事处 is the office of a 街道. */
    private static String spoken(String name) {
        return name.endsWith("街道办事处") ? name.substring(0, name.length() - 3) : name;
    }
}
