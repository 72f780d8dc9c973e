package org.guiyi.protection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the schema {@code protection}. */
final class NumberStore {

    private static final String ADD = """
            insert into protection.number (token, key_id, sealed)
            select * from unnest(?, ?, ?) on conflict (token) do nothing
            """;

    private final JdbcClient jdbc;
    private final DataSource database;

    NumberStore(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** The key that makes the tokens of this database, with what tells it from others of its name. */
    @SuppressWarnings("ArrayRecordComponent") // compared in constant time
    record IndexKey(String id, Suite suite, byte[] proof) {}

    /** Whether anything was ever delivered. */
    boolean holdsDeliveries() {
        return jdbc.sql("select exists (select 1 from intake.submission)")
                .query(Boolean.class)
                .single();
    }

    Optional<IndexKey> indexKey() {
        return jdbc.sql("select key_id, suite, proof from protection.index_key")
                .query((row, number) ->
                        new IndexKey(row.getString(1), Suite.valueOf(row.getString(2)), row.getBytes(3)))
                .optional();
    }

    /** The first one stays. */
    void beginWith(IndexKey key) {
        jdbc.sql("""
                        insert into protection.index_key (key_id, suite, proof) values (?, ?, ?) on conflict do nothing
                        """).params(key.id(), key.suite().name(), key.proof()).update();
    }

    /** A sealed text of every key that numbers are sealed with. */
    List<SealedNumber> cipherKeys() {
        return jdbc.sql("select key_id, key_id, proof from protection.cipher_key order by 1")
                .query((row, number) -> new SealedNumber(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    void useCipherKey(SealedNumber proof) {
        jdbc.sql("insert into protection.cipher_key (key_id, proof) values (?, ?) on conflict do nothing")
                .params(proof.keyId(), proof.sealed())
                .update();
    }

    /** Forgets keys that no number is sealed with any more, but for one. */
    void forgetCipherKeysBut(String current) {
        jdbc.sql("""
                        delete from protection.cipher_key k
                        where k.key_id <> ? and not exists (select 1 from protection.number n where n.key_id = k.key_id)
                        """).param(current).update();
    }

    /** Adds numbers and commits them, whatever transaction is at work: nothing may point to a number that is not there. */
    void add(List<SealedNumber> numbers) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(true);
            fill(connection, statement, numbers);
            statement.executeUpdate();
            connection.setAutoCommit(before);
        } catch (SQLException e) {
            throw new IllegalStateException("numbers cannot be kept, SQLSTATE " + e.getSQLState(), e);
        }
    }

    List<SealedNumber> find(Collection<String> tokens) {
        return jdbc.sql("select token, key_id, sealed from protection.number where token = any (?)")
                .param(tokens.toArray(String[]::new))
                .query((row, number) -> new SealedNumber(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    /** The next numbers behind a token, in the order of their tokens. */
    List<SealedNumber> after(String token, int most) {
        return jdbc.sql("select token, key_id, sealed from protection.number where token > ? order by token limit ?")
                .params(token, most)
                .query((row, number) -> new SealedNumber(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    /** Puts newly sealed numbers in the place of the old ones, unless they were taken away meanwhile. */
    void replace(List<SealedNumber> numbers) {
        jdbc.sql("""
                        update protection.number n set key_id = s.key_id, sealed = s.sealed
                        from unnest(?, ?, ?) s (token, key_id, sealed) where n.token = s.token
                        """)
                .params(List.of(
                        array(numbers, SealedNumber::token, String[]::new),
                        array(numbers, SealedNumber::keyId, String[]::new),
                        array(numbers, SealedNumber::sealed, byte[][]::new)))
                .update();
    }

    /** Looks for tokens in every column of every table of ours, whatever it is for. */
    long removeUnused() {
        jdbc.sql("create temp table used_token (token text primary key) on commit drop")
                .update();
        jdbc.sql("""
                        select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and n.nspname in ('intake', 'register', 'warehouse', 'steward')
                        order by 1
                        """)
                .query(String.class)
                .list()
                .forEach(table -> jdbc.sql("""
                        insert into used_token
                        select distinct found[1] from %s t cross join lateral regexp_matches(t::text, :token, 'g') found
                        on conflict do nothing
                        """.formatted(table))
                        .param("token", Token.PATTERN)
                        .update());
        return jdbc.sql(
                        "delete from protection.number n where not exists (select 1 from used_token u where u.token = n.token)")
                .update();
    }

    private static void fill(Connection connection, PreparedStatement statement, List<SealedNumber> numbers)
            throws SQLException {
        statement.setArray(1, connection.createArrayOf("text", array(numbers, SealedNumber::token, String[]::new)));
        statement.setArray(2, connection.createArrayOf("text", array(numbers, SealedNumber::keyId, String[]::new)));
        statement.setArray(3, connection.createArrayOf("bytea", array(numbers, SealedNumber::sealed, byte[][]::new)));
    }

    private static <T> T[] array(
            List<SealedNumber> numbers, Function<SealedNumber, T> part, java.util.function.IntFunction<T[]> make) {
        return numbers.stream().map(part).toArray(make);
    }
}
