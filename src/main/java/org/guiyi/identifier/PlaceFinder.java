package org.guiyi.identifier;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the provinces, prefectures and counties that a text names, from left to right, each under the one before. */
final class PlaceFinder {

    /** After one of these a short name may begin. */
    private static final String BEFORE_SHORT_NAME = "年月日于省市区州盟旗县的";

    /** Before one of these it is the name of something smaller: 长治路, 城关镇. */
    private static final String AFTER_SMALLER_NAME = "镇乡村街路巷道社苏嘎小中大东西南北里园";

    private static final int AMBIGUOUS_NAME = 2;

    private final RegionTable table;
    private final NameTrie<Name> names = new NameTrie<>();

    /** A name of a region. */
    private record Name(Region region, boolean isShort) {

        boolean isCurrent() {
            return region.state() != RegionState.WITHDRAWN;
        }

        boolean isCounty() {
            return !region.code().endsWith("00");
        }
    }

    /** The region a text names, and where its name ends; no region when it names none. */
    record Place(@Nullable Region region, int end) {

        static final Place NOWHERE = new Place(null, 0);

        /** What all codes under the region begin with. */
        String prefix() {
            return region == null ? "" : PlaceFinder.prefix(region.code());
        }
    }

    PlaceFinder(RegionTable table) {
        this.table = table;
        table.all().stream()
                .filter(region ->
                        !region.name().startsWith("市辖") && region.name().length() > 1)
                .forEach(region -> {
                    names.add(region.name(), new Name(region, false));
                    addShortNames(region);
                });
    }

    private void addShortNames(Region region) {
        String spoken = table.shortName(region);
        if (spoken.isEmpty() || region.state() == RegionState.WITHDRAWN) {
            return;
        }
        names.add(spoken, new Name(region, true));
        if (region.name().endsWith("自治州")) {
            names.add(spoken + "州", new Name(region, true));
        }
    }

    Place find(String text, @Nullable String countyHint) {
        Place place = Place.NOWHERE;
        int i = 0;
        int nameEnd = 0;
        while (i < text.length()) {
            NameTrie.Match<Name> match = firstAdmitted(text, i, nameEnd, place, countyHint);
            if (match == null) {
                i++;
                continue;
            }
            Region region = chosen(match.values(), place, countyHint);
            place = region == null ? place : new Place(region, match.end());
            nameEnd = match.end();
            i = match.end();
        }
        return place;
    }

    /** The longest name that begins here, if it may be meant as one. */
    private NameTrie.@Nullable Match<Name> firstAdmitted(
            String text, int at, int nameEnd, Place place, @Nullable String countyHint) {
        for (NameTrie.Match<Name> match : names.at(text, at)) {
            boolean isShort = match.values().stream().allMatch(Name::isShort);
            if (isShort && isSmaller(text, match.end())) {
                continue;
            }
            boolean weak = isShort || match.end() - at <= AMBIGUOUS_NAME;
            boolean placed = at == nameEnd || mayBegin(text, at) || chosenUnder(match, place, countyHint);
            if (!weak || placed) {
                return match;
            }
        }
        return null;
    }

    private static boolean isSmaller(String text, int end) {
        return end < text.length() && AFTER_SMALLER_NAME.indexOf(text.charAt(end)) >= 0;
    }

    private static boolean mayBegin(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return BEFORE_SHORT_NAME.indexOf(before) >= 0 || !Character.isIdeographic(before);
    }

    private boolean chosenUnder(NameTrie.Match<Name> match, Place place, @Nullable String countyHint) {
        boolean whole = match.values().stream().anyMatch(name -> !name.isShort());
        return whole
                && (place.region() != null || countyHint != null)
                && chosen(match.values(), place, countyHint) != null;
    }

    /** The one region meant: under the place named before, today's rather than yesterday's, near the hint. */
    private @Nullable Region chosen(List<Name> names, Place place, @Nullable String countyHint) {
        List<Region> open = names.stream()
                .filter(name -> isUnder(name.region().code(), place))
                .filter(name -> !name.isShort() || !name.isCounty() || name.isCurrent())
                .map(name -> today(name.region()))
                .distinct()
                .toList();
        List<Region> current = open.stream()
                .filter(region -> region.state() != RegionState.WITHDRAWN)
                .toList();
        List<Region> left = current.isEmpty() ? open : current;
        return left.size() < 2 ? first(left) : nearest(left, countyHint);
    }

    private static boolean isUnder(String code, Place place) {
        Region above = place.region();
        return above == null || (code.startsWith(place.prefix()) && !code.equals(above.code()));
    }

    private static @Nullable Region nearest(List<Region> regions, @Nullable String countyHint) {
        if (countyHint == null) {
            return highest(regions);
        }
        return Stream.of(countyHint.substring(0, 6), countyHint.substring(0, 4), countyHint.substring(0, 2))
                .map(near -> regions.stream()
                        .filter(region -> region.code().startsWith(near))
                        .toList())
                .filter(near -> near.size() == 1)
                .findFirst()
                .map(near -> near.get(0))
                .orElseGet(() -> highest(regions));
    }

    /** 吉林 is the province before it is the city in it: the one that holds all the others. */
    private static @Nullable Region highest(List<Region> regions) {
        return regions.stream()
                .filter(region ->
                        regions.stream().allMatch(other -> other.code().startsWith(prefix(region.code()))))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Region first(List<Region> regions) {
        return regions.isEmpty() ? null : regions.get(0);
    }

    private static String prefix(String code) {
        return code.replaceFirst("(0000|00)$", "");
    }

    /** The region a withdrawn one went into, as far as that is known. */
    private Region today(Region region) {
        Optional<Region> successor = region.successor().flatMap(table::find);
        return successor.orElse(region);
    }
}
