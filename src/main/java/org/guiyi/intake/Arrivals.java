package org.guiyi.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lay in the inbox at one moment: files that rest and can be taken at once, and young ones that may still be written,
 * which are looked at again when the others are done.
 */
public final class Arrivals {

    private final List<DeliveredFile> resting;
    private final List<Young> young;
    private final Stillness stillness;

    private Arrivals(List<DeliveredFile> resting, List<Young> young, Stillness stillness) {
        this.resting = List.copyOf(resting);
        this.young = List.copyOf(young);
        this.stillness = stillness;
    }

    private record Young(DeliveredFile file, Stillness.Sighting seen) {}

    /** What became of the young ones: taken as they rest now, or left to the next run. */
    public record Settled(List<DeliveredFile> resting, List<DeliveredFile> stillWritten) {}

    static Arrivals look(List<DeliveredFile> files, Stillness stillness) {
        List<DeliveredFile> resting = new ArrayList<>();
        List<Young> young = new ArrayList<>();
        for (DeliveredFile file : files) {
            Stillness.Sighting seen = Stillness.Sighting.of(file.path());
            if (stillness.rests(seen)) {
                resting.add(file);
            } else {
                young.add(new Young(file, seen));
            }
        }
        return new Arrivals(resting, young, stillness);
    }

    public List<DeliveredFile> resting() {
        return resting;
    }

    public int count() {
        return resting.size() + young.size();
    }

    /** The size of all files together. */
    public long bytes() {
        return Stream.concat(resting.stream(), young.stream().map(Young::file))
                .mapToLong(DeliveredFile::bytes)
                .sum();
    }

    /** Waits once for all young files together; not at all, if there are none. */
    public Settled awaitYoung() {
        if (young.isEmpty()) {
            return new Settled(List.of(), List.of());
        }
        stillness.pass();
        List<DeliveredFile> still = new ArrayList<>();
        List<DeliveredFile> written = new ArrayList<>();
        for (Young each : young) {
            DeliveredFile file =
                    DeliveredFile.of(each.file().path(), each.file().bureau());
            (stillness.restsSince(each.seen()) ? still : written).add(file);
        }
        return new Settled(still, written);
    }
}
