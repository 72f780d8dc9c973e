package org.guiyi.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.identifier.Regions;
import org.guiyi.matching.MatchingSpec;
import org.guiyi.matching.Model;
import org.guiyi.matching.ModelFile;
import org.guiyi.matching.ModelRefusedException;
import org.guiyi.matching.Records;
import org.guiyi.protection.NumberTokens;
import org.guiyi.protection.NumberVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The model that the county's records are linked by, as the register keeps it. */
@Component
class MatchingModels {

    private static final Logger LOG = LoggerFactory.getLogger(MatchingModels.class);

    /** The author of a model that nobody chose: it came with the definitions. */
    private static final String NOBODY = "guiyi";

    private final JdbcClient jdbc;
    private final MatchingSpec spec;
    private final Model shipped;
    private final FeedDefinitions feeds;
    private final Clock clock;
    private final NumberVault vault;
    private final Regions regions;

    MatchingModels(
            JdbcClient jdbc,
            MatchingSpec spec,
            Model shipped,
            FeedDefinitions feeds,
            Clock clock,
            NumberVault vault,
            Regions regions) {
        this.jdbc = jdbc;
        this.spec = spec;
        this.shipped = shipped;
        this.feeds = feeds;
        this.clock = clock;
        this.vault = vault;
        this.regions = regions;
    }

    /**
     * The model in force.
     *
     * @param source the model as it was switched on, before it held anything fast
     * @param basis digest of all that records were compared by
     * @param records how many there were when it was held fast
     */
    record InForce(Model model, ModelChoice source, String basis, long records) {}

    /**
     * The model in force; empty before the first night, and when it came with former definitions and doesn't fit today's: then
     * nobody chose it, and the one that comes with these follows it.
     *
     * @throws ModelMisfitException when somebody chose it and it doesn't fit the spec any more
     */
    Optional<InForce> inForce() {
        return jdbc.sql("select * from register.matching_model where to_publication is null")
                .query((row, number) -> inForce(row))
                .optional()
                .flatMap(found -> found);
    }

    private Optional<InForce> inForce(ResultSet row) throws SQLException {
        String author = row.getString("author");
        try {
            return Optional.of(new InForce(
                    ModelFile.parse(vault.reveal(row.getString("in_force")), spec),
                    choice(row),
                    row.getString("basis"),
                    row.getLong("records")));
        } catch (ModelRefusedException misfit) {
            if (!author.equals(NOBODY)) {
                throw new ModelMisfitException(row.getString("name"), author);
            }
            LOG.warn(
                    "The model of the former definitions doesn't fit person.yaml any more: the one that comes with it is used");
            return Optional.empty();
        }
    }

    private ModelChoice choice(ResultSet row) throws SQLException {
        Optional<String> trained = Optional.ofNullable(row.getString("trained")).map(vault::reveal);
        return new ModelChoice(
                trained.isPresent() ? ModelFile.parse(trained.get(), spec) : Model.of(spec),
                trained,
                row.getString("author"),
                row.getString("reason"));
    }

    /** The model that the next publication is to switch on, if one is. */
    Optional<ModelChoice> wished() {
        return jdbc.sql("select trained, author, reason from register.model_wish")
                .query((row, number) -> choice(row))
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
        return new ModelChoice(shipped, text, NOBODY, "the model that comes with the definitions");
    }

    /** Digest of all that records are compared by under a model: when it differs, everything is linked anew. */
    String basis(ModelChoice choice) {
        String definitions = feeds.all().stream()
                .map(feed -> feed.id() + "=" + feed.version())
                .sorted()
                .collect(Collectors.joining(","));
        String version =
                Objects.requireNonNullElse(MatchingModels.class.getPackage().getImplementationVersion(), "");
        return digest(String.join(
                "|",
                spec.linkageDigest(),
                choice.trained().orElse("by hand"),
                definitions,
                regions.version(),
                version));
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
