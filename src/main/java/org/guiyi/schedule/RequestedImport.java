package org.guiyi.schedule;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file that is to be imported.
 *
 * @param bureau its bureau, empty when not known
 * @param said what is said of it: {@code feed}, {@code period}, {@code scope}
 */
public record RequestedImport(Path path, String bureau, Map<String, String> said) {

    public RequestedImport {
        said = Map.copyOf(said);
    }

    String marker() {
        return said.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + "=" + each.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
