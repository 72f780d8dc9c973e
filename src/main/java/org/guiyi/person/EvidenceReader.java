package org.guiyi.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.protection.NumberVault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Streams the evidence of records as it stands in the pending state. */
@Component
class EvidenceReader {

    static final String COLUMNS = "h.record_id, h.role, h.feed, h.scope, s.name_key, s.name_sound, s.fields";

    static final String FROM_CURRENT = """
             from register.record_head h
            join register.staged_record s
              on s.processing_id = h.processing_id and s.row_seq = h.row_seq and s.role = h.role
            """;

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final int FETCH = 5_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json = JsonMapper.builder().build();
    private final NumberVault vault;
    private final Map<String, FeedDefinition> feeds = new HashMap<>();

    EvidenceReader(
            DataSource database, TransactionTemplate transaction, FeedDefinitions definitions, NumberVault vault) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(FETCH);
        this.transaction = transaction;
        this.vault = vault;
        definitions.all().forEach(feed -> feeds.put(feed.id().value(), feed));
    }

    /** Every record that stands, departed ones included, in the order of their ids. */
    void all(Consumer<Evidence> consumer) {
        evidence("select " + COLUMNS + FROM_CURRENT + " where h.to_publication is null order by h.record_id", consumer);
    }

    /** The records that the pending publication links anew. */
    void touched(Consumer<Evidence> consumer) {
        among("register.match_touched t on t.record_id = h.record_id and not t.gone", consumer);
    }

    /** The other records that stand in the linkage's scope. */
    void untouched(Consumer<Evidence> consumer) {
        among(
                "register.match_scope c on c.record_id = h.record_id and not c.gone"
                        + " and not exists (select 1 from register.match_touched t where t.record_id = h.record_id)",
                consumer);
    }

    /** Two records, as far as they stand. */
    void pair(long recordA, long recordB, Consumer<Evidence> consumer) {
        evidence(
                "select " + COLUMNS + FROM_CURRENT + " where h.to_publication is null and h.record_id in (" + recordA
                        + ", " + recordB + ")",
                consumer);
    }

    private void among(String some, Consumer<Evidence> consumer) {
        evidence("select " + COLUMNS + FROM_CURRENT + " join " + some + " where h.to_publication is null", consumer);
    }

    /** Runs a query with a cursor, so that memory does not grow with its result. */
    void read(String sql, RowConsumer consumer) {
        transaction.executeWithoutResult(status -> jdbc.query(sql, row -> {
            consumer.accept(row);
        }));
    }

    /** Takes one row of a result. */
    interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    private void evidence(String sql, Consumer<Evidence> consumer) {
        evidence(sql, row -> "", (evidence, nothing) -> consumer.accept(evidence));
    }

    /**
     * Runs a query whose rows have {@link #COLUMNS} and more.
     *
     * @param beside reads what else a row has
     */
    <T> void evidence(String sql, Beside<T> beside, BiConsumer<Evidence, T> consumer) {
        EvidenceBatch<T> batch = new EvidenceBatch<>(vault, consumer);
        read(sql, row -> batch.add(stored(row), beside.of(row)));
        batch.flush();
    }

    /** Reads what a row of a result has beside the evidence. */
    interface Beside<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The evidence of a row with its numbers as they are stored. */
    private Evidence stored(ResultSet row) throws SQLException {
        String feed = row.getString("feed");
        FeedDefinition definition = feeds.get(feed);
        if (definition == null) {
            throw new IllegalStateException("records of feed " + FeedId.of(feed) + " have no definition any more");
        }
        return new Evidence(
                row.getLong("record_id"),
                row.getString("role"),
                definition,
                row.getString("scope"),
                row.getString("name_key"),
                row.getString("name_sound"),
                json.readValue(row.getString("fields"), TEXTS));
    }
}
