package org.guiyi.identifier;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The code lists of {@code jobs/codes}: each CSV file there with the header {@code code,name,aliases} is one. */
public final class CodeLists {

    private static final String HEADER = "code,name,aliases";

    private final Map<String, CodeList> lists;

    private CodeLists(Map<String, CodeList> lists) {
        this.lists = lists;
    }

    /** Reads all lists of a folder; a table with another header is not a list and is left alone. */
    public static CodeLists load(Path codesDirectory) {
        var lists = new TreeMap<String, CodeList>();
        try (Stream<Path> files = Files.list(codesDirectory)) {
            files.filter(CodeLists::isList).sorted().forEach(file -> {
                CodeList list = read(file);
                lists.put(list.name(), list);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the code lists in " + codesDirectory + " can't be read", e);
        }
        return new CodeLists(lists);
    }

    public Optional<CodeList> find(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    /** The list of this name; asking for one that doesn't exist is a fault of the caller. */
    public CodeList list(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no code list " + name + ", only " + String.join(", ", lists.keySet())));
    }

    public Set<String> names() {
        return Set.copyOf(lists.keySet());
    }

    private static boolean isList(Path file) {
        if (!file.getFileName().toString().endsWith(".csv")) {
            return false;
        }
        try (var reader = Files.newBufferedReader(file)) {
            return HEADER.equals(reader.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("code table " + file + " can't be read", e);
        }
    }

    private static CodeList read(Path file) {
        var list = new CodeList(file.getFileName().toString().replaceFirst("\\.csv$", ""));
        CodeTable.read(
                file,
                entry -> list.add(
                        codeOf(entry), List.of(entry.getField("aliases").split("\\|"))));
        list.complete();
        return list;
    }

    private static Code codeOf(NamedCsvRecord entry) {
        return new Code(entry.getField("code"), entry.getField("name"));
    }
}
