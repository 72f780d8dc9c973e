package org.guiyi.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.feed.Recognition;
import org.guiyi.identifier.Regions;
import org.guiyi.intake.Identification.Surroundings;
import org.guiyi.tabular.HeaderCell;
import org.guiyi.tabular.HeaderFinder;
import org.guiyi.tabular.ReadingLimits;
import org.guiyi.tabular.Row;
import org.guiyi.tabular.SheetDescription;
import org.guiyi.tabular.SheetLayout;
import org.guiyi.tabular.TabularReader;
import org.guiyi.tabular.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/** Looks at the head of a file and tells which feed it is, and its scope and period as far as they stand outside of the rows. */
public final class Identifier {

    /** The header of the hidden column in error workbooks, followed by the receipt number they answer. */
    public static final String KEY_HEADER = "_guiyi";

    private final FeedDefinitions feeds;
    private final PlaceAndTime placeAndTime;

    public Identifier(FeedDefinitions feeds, Regions regions) {
        this.feeds = feeds;
        this.placeAndTime = new PlaceAndTime(regions);
    }

    /** @param original the archived file; the delivered one is asked only for its name and what is said about it */
    public Identification identify(DeliveredFile file, Path original) {
        try (TabularReader reader = TabularReader.open(original, ReadingLimits.defaults(), Optional.empty())) {
            return identify(file, reader);
        } catch (UnreadableFileException e) {
            return new Identification.Refused(new Bilingual(e.messageZh(), e.messageEn()));
        }
    }

    /** The scope that titles, names of sheets or the file's name tell of a file of this feed. */
    public Optional<String> scope(FeedDefinition feed, String fileName, Path original) {
        DeliveredFile file = new DeliveredFile(
                Path.of(fileName),
                feed.bureau(),
                Said.about(Optional.of(feed.id()), Optional.empty(), Optional.empty()));
        return identify(file, original) instanceof Identification.Recognised recognised
                ? recognised.scope().map(Found::value)
                : Optional.empty();
    }

    private Identification identify(DeliveredFile file, TabularReader reader) {
        Map<Integer, List<Row>> heads = new HashMap<>();
        List<SheetLayout> unknown = new ArrayList<>();
        int sheet = -1;
        for (Row row = reader.next(); row != null; row = reader.next()) {
            List<Row> head = heads.computeIfAbsent(row.sheet(), number -> new ArrayList<>());
            if (sheet >= 0 && row.sheet() != sheet) {
                Optional<Identification> found = recognise(file, reader, heads.get(sheet), unknown);
                if (found.isPresent()) {
                    return found.get();
                }
            }
            sheet = row.sheet();
            if (head.size() < HeaderFinder.ROWS) {
                head.add(row);
            } else if (head.size() == HeaderFinder.ROWS) {
                Optional<Identification> found = recognise(file, reader, head, unknown);
                if (found.isPresent()) {
                    return found.get();
                }
                head.add(row);
            }
        }
        return recognise(file, reader, sheet < 0 ? List.of() : heads.get(sheet), unknown)
                .orElseGet(() -> new Identification.Refused(unrecognised(file, reader, unknown)));
    }

    /** Whether the sheet that these rows begin is one of a feed. */
    private Optional<Identification> recognise(
            DeliveredFile file, TabularReader reader, @Nullable List<Row> head, List<SheetLayout> unknown) {
        Optional<SheetLayout> layout = new HeaderFinder(feeds::knowsHeader).find(head == null ? List.of() : head);
        if (layout.isEmpty()) {
            return Optional.empty();
        }
        Optional<ReceiptNumber> answers = answers(layout.get());
        if (answers.isPresent()) {
            return Optional.of(new Identification.Amendment(answers.get()));
        }
        Optional<FeedDefinition> feed = feed(file, reader, layout.get());
        if (feed.isEmpty()) {
            unknown.add(layout.get());
            return Optional.empty();
        }
        Surroundings around = new Surroundings(layout.get().titles(), sheetNames(reader), file.fileName(), file.said());
        Optional<String> batch = placeAndTime.batch(feed.get(), around);
        Optional<Found> scope = placeAndTime
                .scope(feed.get(), around)
                .map(found -> batch.isEmpty() ? found : new Found(found.value() + "#" + batch.get(), found.source()));
        return Optional.of(new Identification.Recognised(feed.get(), scope, placeAndTime.period(feed.get(), around)));
    }

    private static Optional<ReceiptNumber> answers(SheetLayout layout) {
        return layout.columns().stream()
                .map(HeaderCell::text)
                .filter(text -> text.startsWith(KEY_HEADER))
                .map(text -> text.substring(KEY_HEADER.length()).strip())
                .map(ReceiptNumber::new)
                .findFirst();
    }

    private Optional<FeedDefinition> feed(DeliveredFile file, TabularReader reader, SheetLayout layout) {
        Optional<FeedId> said = file.said().feed();
        if (said.isPresent()) {
            return feeds.find(said.get());
        }
        Recognition recognition = feeds.recognise(bureau(file), List.of(layout), reader.format());
        return recognition instanceof Recognition.Recognised recognised
                ? Optional.of(recognised.feed())
                : Optional.empty();
    }

    private static Optional<String> bureau(DeliveredFile file) {
        return Optional.of(file.bureau()).filter(bureau -> !bureau.equals(DeliveredFile.ANY_BUREAU));
    }

    private static List<String> sheetNames(TabularReader reader) {
        return reader.sheets().stream()
                .filter(sheet -> !sheet.hidden())
                .map(SheetDescription::name)
                .toList();
    }

    private Bilingual unrecognised(DeliveredFile file, TabularReader reader, List<SheetLayout> layouts) {
        if (layouts.isEmpty()) {
            return new Bilingual(
                    "找不到表头：前 " + HeaderFinder.ROWS + " 行中没有像表头的一行。请用空白模板（guiyi feeds ID --template）重新填报",
                    "no header found within the first " + HeaderFinder.ROWS
                            + " rows; use the blank template (guiyi feeds ID --template)");
        }
        Recognition recognition = feeds.recognise(Optional.of(file.bureau()), layouts.subList(0, 1), reader.format());
        List<Recognition.Candidate> candidates = candidates(recognition);
        if (candidates.isEmpty()) {
            return new Bilingual(
                    "认不出是哪一种名册：没有一种名册有这些表头。请用空白模板（guiyi feeds ID --template）填报，或用 --feed 指明",
                    "no feed has any of these headers; use a blank template (guiyi feeds ID --template), or name the feed with --feed");
        }
        return new Bilingual(
                "认不出是哪一种名册。最接近的是："
                        + candidates.stream()
                                .map(Recognition.Candidate::reasonZh)
                                .collect(Collectors.joining("；"))
                        + "。请补齐表头，或用 --feed 指明",
                "no feed has these headers. Nearest: "
                        + candidates.stream()
                                .map(Recognition.Candidate::reasonEn)
                                .collect(Collectors.joining("; "))
                        + ". Complete the headers, or name the feed with --feed");
    }

    private static List<Recognition.Candidate> candidates(Recognition recognition) {
        if (recognition instanceof Recognition.Ambiguous ambiguous) {
            return ambiguous.candidates();
        }
        return recognition instanceof Recognition.Unrecognised unrecognised ? unrecognised.nearest() : List.of();
    }
}
