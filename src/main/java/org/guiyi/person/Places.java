package org.guiyi.person;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guiyi.feed.FieldRole;
import org.guiyi.identifier.Located;
import org.guiyi.identifier.Regions;
import org.jspecify.annotations.Nullable;

/** Where somebody is registered or lives, as far as a row tells. */
final class Places {

    private static final int TOWNSHIP = 9;
    private static final Pattern CODE = Pattern.compile("[0-9]+");

    private Places() {}

    /** The registered address, else the residence: some rosters give the registration as a region's code only. */
    static @Nullable String address(Evidence evidence) {
        return texts(evidence)
                .filter(text -> !CODE.matcher(text).matches())
                .findFirst()
                .orElse(null);
    }

    /**
     * The code of the registered region, to the township where one is told. A residence says the township of somebody who is
     * registered in the same county.
     */
    static @Nullable String region(Evidence evidence, Regions regions) {
        Optional<String> registered = Optional.ofNullable(evidence.value(FieldRole.REGISTERED_ADDRESS))
                .flatMap(text -> code(text, regions));
        Optional<String> residence =
                Optional.ofNullable(evidence.value(FieldRole.RESIDENCE)).flatMap(text -> code(text, regions));
        if (registered.isEmpty()) {
            return residence.orElse(null);
        }
        return residence
                .filter(code -> registered.get().length() < TOWNSHIP && code.startsWith(registered.get()))
                .orElse(registered.get());
    }

    private static Optional<String> code(String text, Regions regions) {
        return CODE.matcher(text).matches()
                ? Optional.of(text)
                : regions.locate(text).map(Located::code);
    }

    private static Stream<String> texts(Evidence evidence) {
        return Stream.of(FieldRole.REGISTERED_ADDRESS, FieldRole.RESIDENCE)
                .map(evidence::value)
                .filter(Objects::nonNull);
    }
}
