package org.guiyi.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.matching.MatchingSpec;
import org.guiyi.matching.Model;
import org.guiyi.matching.ModelFile;
import org.guiyi.matching.ModelRefusedException;
import org.guiyi.matching.Records;
import org.guiyi.protection.NumberTokens;
import org.guiyi.protection.NumberVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The model that the county's records are linked by, as the register keeps it. */
@Component
class MatchingModels {

    private final JdbcClient jdbc;
    private final MatchingSpec spec;
    private final Model shipped;
    private final FeedDefinitions feeds;
    private final Clock clock;
    private final NumberVault vault;

    MatchingModels(
            JdbcClient jdbc, MatchingSpec spec, Model shipped, FeedDefinitions feeds, Clock clock, NumberVault vault) {
        this.jdbc = jdbc;
        this.spec = spec;
        this.shipped = shipped;
        this.feeds = feeds;
        this.clock = clock;
        this.vault = vault;
    }

    /**
     * The model in force.
     *
     * @param source the model as it was switched on, before it held anything fast
     * @param basis digest of all that records were compared by
     * @param records how many there were when it was held fast
     */
    record InForce(Model model, ModelChoice source, String basis, long records) {}

    /** The model in force; empty before the first night, and when the spec has changed so that no model of old fits it. */
    Optional<InForce> inForce() {
        return jdbc.sql("select * from register.matching_model where to_publication is null")
                .query((row, number) -> {
                    try {
                        Optional<String> trained =
                                Optional.ofNullable(row.getString("trained")).map(vault::reveal);
                        return Optional.of(new InForce(
                                ModelFile.parse(vault.reveal(row.getString("in_force")), spec),
                                new ModelChoice(
                                        trained.isPresent() ? ModelFile.parse(trained.get(), spec) : Model.of(spec),
                                        trained,
                                        row.getString("author"),
                                        row.getString("reason")),
                                row.getString("basis"),
                                row.getLong("records")));
                    } catch (ModelRefusedException otherSpec) {
                        return Optional.<InForce>empty();
                    }
                })
                .optional()
                .flatMap(found -> found);
    }

    /** The model that the next publication is to switch on, if one is. */
    Optional<ModelChoice> wished() {
        return jdbc.sql("select trained, author, reason from register.model_wish")
                .query((row, number) -> {
                    Optional<String> trained =
                            Optional.ofNullable(row.getString("trained")).map(vault::reveal);
                    return new ModelChoice(
                            trained.isPresent() ? ModelFile.parse(trained.get(), spec) : Model.of(spec),
                            trained,
                            row.getString("author"),
                            row.getString("reason"));
                })
                .optional();
    }

    /** Asks the next publication to switch a model on. */
    void wish(ModelChoice choice, boolean trial) {
        jdbc.sql("delete from register.model_wish").update();
        jdbc.sql("""
                        insert into register.model_wish (trained, author, reason, asked_at, trial)
                        values (:trained, :author, :reason, :at, :trial)
                        """)
                .param("trained", choice.trained().map(this::kept).orElse(null))
                .param("author", choice.author())
                .param("reason", choice.reason())
                .param("at", Timestamp.from(clock.instant()))
                .param("trial", trial)
                .update();
    }

    /** The publication that switches it on is being written. */
    void granted() {
        jdbc.sql("delete from register.model_wish").update();
    }

    /** The model that comes with the definitions. */
    ModelChoice shipped() {
        Optional<String> text = shipped.trained() ? Optional.of(ModelFile.text(shipped, spec)) : Optional.empty();
        return new ModelChoice(shipped, text, "guiyi", "the model that comes with the definitions");
    }

    /** Digest of all that records are compared by under a model: when it differs, everything is linked anew. */
    String basis(ModelChoice choice) {
        String definitions = feeds.all().stream()
                .map(feed -> feed.id() + "=" + feed.version())
                .sorted()
                .collect(Collectors.joining(","));
        String version =
                Objects.requireNonNullElse(MatchingModels.class.getPackage().getImplementationVersion(), "");
        return digest(String.join("|", spec.digest(), choice.trained().orElse("by hand"), definitions, version));
    }

    /** What a model's keys belong to. */
    String digest(Model model) {
        return digest(ModelFile.text(model, spec));
    }

    /** Holds a model fast over the records as they are. */
    InForce holdFast(ModelChoice choice, Records records) {
        return new InForce(choice.model().heldFast(records), choice, basis(choice), records.size());
    }

    /** Makes a model the one in force with a publication. */
    void write(InForce now, long publication) {
        jdbc.sql("update register.matching_model set to_publication = ? where to_publication is null")
                .param(publication)
                .update();
        jdbc.sql("""
                        insert into register.matching_model
                            (name, trained, in_force, basis, records, author, reason, from_publication)
                        values (:name, :trained, :in_force, :basis, :records, :author, :reason, :publication)
                        """)
                .param("name", now.model().name())
                .param("trained", now.source().trained().map(this::kept).orElse(null))
                .param("in_force", kept(ModelFile.text(now.model(), spec)))
                .param("basis", now.basis())
                .param("records", now.records())
                .param("author", now.source().author())
                .param("reason", now.source().reason())
                .param("publication", publication)
                .update();
    }

    /** Numbers that many records share stand in a model as hashes, which others could find by trying: it is encrypted as a whole. */
    private String kept(String model) {
        NumberTokens tokens = vault.tokens();
        String kept = tokens.whole(model);
        vault.keep(tokens);
        return kept;
    }

    private static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
