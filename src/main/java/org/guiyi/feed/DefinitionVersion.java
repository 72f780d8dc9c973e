package org.guiyi.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The version of a definition: the SHA-256 of its text and of the code lists it uses, line ends aside. */
final class DefinitionVersion {

    private DefinitionVersion() {}

    static FeedDefinition of(FeedDefinition definition, String text, Path codes) {
        MessageDigest digest = sha256();
        update(digest, text);
        for (String list : lists(definition)) {
            Path file = codes.resolve(list + ".csv");
            update(digest, list);
            update(digest, Files.exists(file) ? read(file) : "");
        }
        return with(definition, HexFormat.of().formatHex(digest.digest()));
    }

    private static List<String> lists(FeedDefinition definition) {
        return definition.fields().stream()
                .flatMap(field -> field.codes().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FeedDefinition with(FeedDefinition from, String version) {
        return new FeedDefinition(
                from.id(),
                from.bureau(),
                from.title(),
                from.titleEn(),
                version,
                from.basis(),
                from.delivery(),
                from.oneRowPerPerson(),
                from.scope(),
                from.period(),
                from.fields(),
                from.keys(),
                from.uniqueKeys(),
                from.rules(),
                from.guards(),
                from.related(),
                from.loads());
    }
}
