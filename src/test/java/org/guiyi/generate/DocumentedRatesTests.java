package org.guiyi.generate;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentedRatesTests {

    private static final Pattern LINE = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (\\d+) \\|");

    @Test
    void areTheRatesOfTheDamages() throws IOException {
        Map<String, Integer> documented = LINE.matcher(Files.readString(Path.of("docs/generated-data.md")))
                .results()
                .collect(toMap(line -> line.group(1), DocumentedRatesTests::rate));

        Map<String, Integer> made = new TreeMap<>();
        Stream.of(IdentityDamage.values()).forEach(damage -> made.put(damage.name(), damage.perMille()));
        Stream.of(NameDamage.values()).forEach(damage -> made.put(damage.name(), damage.perMille()));
        Stream.of(CellDamage.values()).forEach(damage -> made.put(damage.name(), damage.perMille()));
        Stream.of(Drift.values()).forEach(drift -> made.put(drift.name(), drift.perMille()));
        assertThat(documented).isEqualTo(made);
    }

    private static int rate(MatchResult line) {
        return Integer.parseInt(line.group(2));
    }
}
