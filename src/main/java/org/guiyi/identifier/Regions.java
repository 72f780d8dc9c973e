package org.guiyi.identifier;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Every region code that ever stood in GB/T 2260, today's townships, and the places a text names. The tables are read
 * at first use. Safe for use by several threads.
 */
public final class Regions {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final Pattern HINT = Pattern.compile("\\d{6}|\\d{9}");
    private static final Pattern TOWNSHIP = Pattern.compile("\\d{9}");

    private final Lazy<RegionTable> table;
    private final Lazy<PlaceFinder> places;
    private final Lazy<TownshipTable> townships;
    private final Lazy<String> version;

    private Regions(Path codesDirectory) {
        this.table = new Lazy<>(() -> new RegionTable(codesDirectory.resolve("regions.csv")));
        this.places = new Lazy<>(() -> new PlaceFinder(table.get()));
        this.version = new Lazy<>(() -> digest(codesDirectory));
        this.townships = new Lazy<>(() -> new TownshipTable(codesDirectory.resolve("townships.csv")));
    }

    /** The regions of {@code regions.csv} and {@code townships.csv}. */
    public static Regions load(Path codesDirectory) {
        return new Regions(codesDirectory);
    }

    /** SHA-256 of both lists, line ends aside, in hexadecimal: while it stays, every text is located alike. */
    public String version() {
        return version.get();
    }

    private static String digest(Path codesDirectory) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (String list : List.of("regions.csv", "townships.csv")) {
            try {
                String text = Files.readString(codesDirectory.resolve(list));
                DigestUtils.updateDigest(digest, text.replace("\r\n", "\n") + '\f');
            } catch (IOException e) {
                throw new UncheckedIOException("a list of regions can't be read", e);
            }
        }
        return Hex.encodeHexString(digest.digest());
    }

    /** Every region, present and withdrawn, in the order of the file. */
    public Collection<Region> all() {
        return List.copyOf(table.get().all());
    }

    /** The region of a six-digit code. */
    public Optional<Region> find(String code6) {
        return table.get().find(code6);
    }

    /** The township of a nine-digit code of the statistics bureau. */
    public Optional<Located> township(String code9) {
        return TOWNSHIP.matcher(code9).matches() ? townships.get().find(code9) : Optional.empty();
    }

    /** Whether a code was ever given out by GB/T 2260; development zones never were. */
    public boolean everExisted(String code6) {
        return CODE.matcher(code6).matches() && everExisted(Integer.parseInt(code6));
    }

    boolean everExisted(int code) {
        return table.get().existed(code);
    }

    /** Withdrawn before the first resident IDs were issued in 1984. The table does not know all such codes. */
    public boolean withdrawnBy1983(String code6) {
        return CODE.matcher(code6).matches() && withdrawnBy1983(Integer.parseInt(code6));
    }

    boolean withdrawnBy1983(int code) {
        return table.get().withdrawnBy1983(code);
    }

    /** The most exact region that a title, file name or address names. */
    public Optional<Located> locate(String freeText) {
        return locate(freeText, null);
    }

    /**
     * The most exact region named, read within the county of the hint (six digits) where the text itself names none. A
     * township is found when its county is named or hinted at, or when only one has that name. A region named by a name
     * it no longer has gives the one it went into. A hint of nine digits is cut to its county, any other is no hint.
     */
    public Optional<Located> locate(String freeText, @Nullable String countyHint) {
        String text = NFKC.normalize(freeText);
        String hint = countyOf(countyHint);
        PlaceFinder.Place place = places.get().find(text, hint);
        return township(text, place, hint).or(() -> region(place));
    }

    private static @Nullable String countyOf(@Nullable String hint) {
        return hint != null && HINT.matcher(hint).matches() ? hint.substring(0, 6) : null;
    }

    private Optional<Located> region(PlaceFinder.Place place) {
        return Optional.ofNullable(place.region()).map(region -> new Located(region.code(), region.name()));
    }

    private Optional<Located> township(String text, PlaceFinder.Place place, @Nullable String countyHint) {
        Optional<Located> region = region(place);
        if (region.filter(Located::isCounty).isPresent()) {
            return townships.get().within(region.get().code(), text, place.end());
        }
        if (countyHint != null && countyHint.startsWith(place.prefix())) {
            Optional<Located> hinted = townships.get().within(countyHint, text, place.end());
            return hinted.isPresent() ? hinted : townships.get().only(place.prefix(), text, place.end());
        }
        return townships.get().only(place.prefix(), text, place.end());
    }
}
