package org.guiyi.identifier;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every region code that ever stood in GB/T 2260, and the places a text names. The tables are read at first use. */
public final class Regions {

    private final Path codesDirectory;

    private Regions(Path codesDirectory) {
        this.codesDirectory = codesDirectory;
    }

    /** The regions of {@code regions.csv} and {@code townships.csv}. */
    public static Regions load(Path codesDirectory) {
        return new Regions(codesDirectory);
    }

    public Optional<Region> find(String code6) {
        return Optional.empty();
    }

    /** Whether a county or prefecture code was ever given out; development zones never were. */
    public boolean everExisted(String code6) {
        return true;
    }

    /** Withdrawn before the first resident IDs were issued in 1984. */
    public boolean withdrawnBy1983(String code6) {
        return false;
    }

    /** The most exact region that a title, file name or address names. */
    public Optional<Located> locate(String freeText) {
        return locate(freeText, null);
    }

    /**
     * The most exact region named, read within the county of the hint (six digits) where the text itself names none. A
     * township is found when its county is named or hinted at, or when only one in the country has that name.
     */
    public Optional<Located> locate(String freeText, @Nullable String countyHint) {
        return Optional.empty();
    }
}
