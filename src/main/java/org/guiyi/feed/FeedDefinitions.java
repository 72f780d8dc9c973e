package org.guiyi.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.guiyi.identifier.CodeLists;
import org.guiyi.tabular.SheetLayout;
import org.guiyi.tabular.TabularFormat;

/** All feeds that are defined, in the order of their ids. */
public final class FeedDefinitions {

    private final List<FeedDefinition> definitions;
    private final HeaderRecogniser recogniser;

    private FeedDefinitions(List<FeedDefinition> definitions) {
        this.definitions = definitions.stream()
                .sorted(Comparator.comparing(FeedDefinition::id))
                .toList();
        this.recogniser = new HeaderRecogniser(this.definitions);
    }

    /**
     * Reads {@code feeds/<bureau>/<feed>.yaml} under {@code jobs}.
     *
     * @throws DefinitionFaultsException with every fault of every file
     */
    public static FeedDefinitions load(Path jobs, CodeLists codes) {
        return load(jobs, name -> codes.find(name).isPresent());
    }

    static FeedDefinitions load(Path jobs, Predicate<String> codeListExists) {
        List<DefinitionFault> faults = new ArrayList<>();
        List<FeedDefinition> definitions = new ArrayList<>();
        for (Path file : files(jobs.resolve("feeds"))) {
            FaultLog log = new FaultLog(jobs.relativize(file).toString().replace('\\', '/'));
            read(jobs, file, log, codeListExists).ifPresent(definitions::add);
            faults.addAll(log.faults());
        }
        if (!faults.isEmpty()) {
            throw new DefinitionFaultsException(new DefinitionFaults(faults));
        }
        return new FeedDefinitions(definitions);
    }

    public List<FeedDefinition> all() {
        return definitions;
    }

    public Optional<FeedDefinition> find(FeedId id) {
        return definitions.stream()
                .filter(definition -> definition.id().equals(id))
                .findFirst();
    }

    /** Whether a header, alone or joined with its group by a slash, is one that some feed knows. */
    public boolean knowsHeader(String header) {
        return recogniser.knows(header);
    }

    /**
     * Finds the feed whose headers these sheets have.
     *
     * @param bureau only feeds of this bureau, when it is known
     */
    public Recognition recognise(Optional<String> bureau, List<SheetLayout> layouts, TabularFormat format) {
        return recogniser.recognise(bureau, layouts, format);
    }

    private static Optional<FeedDefinition> read(Path jobs, Path file, FaultLog log, Predicate<String> codeListExists) {
        Path folder = file.getParent();
        String bureau = folder == null ? "" : String.valueOf(folder.getFileName());
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", "");
        Optional<FeedId> id = FeedId.tryOf(bureau + "/" + name);
        if (id.isEmpty()) {
            log.add(Place.START, "FILE_NAME", "name", bureau + "/" + name);
            return Optional.empty();
        }
        try {
            String text = Files.readString(file);
            return new DefinitionReader(log, id.get(), codeListExists)
                    .read(text)
                    .map(definition -> DefinitionVersion.of(definition, text, jobs.resolve("codes")));
        } catch (java.nio.charset.CharacterCodingException e) {
            log.add(Place.START, "NOT_UTF8");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path feeds) {
        try (Stream<Path> paths = Files.walk(feeds)) {
            return paths.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
