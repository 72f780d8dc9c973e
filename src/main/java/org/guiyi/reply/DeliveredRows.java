package org.guiyi.reply;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.guiyi.feed.Severity;
import org.guiyi.protection.NumberTexts;
import org.guiyi.protection.NumberVault;
import org.guiyi.reply.DeliveredRow.DeliveredProblem;
import org.guiyi.tabular.HeaderFinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of a processing back as they were delivered. Memory holds a few hundred rows at a time. */
@Component
public class DeliveredRows {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int FETCH = 500;
    private static final int WIDEST = 16_382;

    private static final String ROWS = """
            select row_seq, sheet, row_number, hidden, verdict, cells from intake.row
            where processing_id = ? order by row_seq
            """;
    private static final String PROBLEMS = """
            select row_seq, code, severity, field, column_index, message_zh, suggestion from intake.row_problem
            where processing_id = ? order by row_seq, array_position(array['reject', 'block', 'notice'], severity), column_index
            """;

    private final DataSource database;
    private final JdbcClient jdbc;
    private final NumberVault vault;

    DeliveredRows(DataSource database, JdbcClient jdbc, NumberVault vault) {
        this.database = database;
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The sheets that have rows, in the file's order. */
    public List<DeliveredSheet> sheets(long processing) {
        return jdbc.sql("""
                        select s.sheet, s.name, s.hidden, s.columns, r.width, r.first_seq, r.last_row,
                               exists (select 1 from intake.row_problem p join intake.row bad using (processing_id, row_seq)
                                       where p.processing_id = s.processing_id and bad.sheet = s.sheet) as problems
                        from intake.sheet s
                        join (select sheet, max(json_array_length(cells)) as width, min(row_seq) as first_seq,
                                     max(row_number) as last_row
                              from intake.row where processing_id = :processing group by sheet) r using (sheet)
                        where s.processing_id = :processing order by s.sheet
                        """)
                .param("processing", processing)
                .query((row, number) -> sheet(row))
                .list();
    }

    /** The first rows of a sheet: titles, header and a little more. */
    List<DeliveredRow> head(long processing, int sheet) {
        return revealed(jdbc.sql("""
                        select row_seq, sheet, row_number, hidden, verdict, cells from intake.row
                        where processing_id = ? and sheet = ? order by row_seq limit ?
                        """)
                .params(processing, sheet, HeaderFinder.ROWS)
                .query((row, number) -> row(row, List.of()))
                .list());
    }

    /** Hands over all rows in the file's order. */
    public void read(long processing, Consumer<DeliveredRow> each) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement rows = prepared(connection, ROWS, processing);
                    PreparedStatement problems = prepared(connection, PROBLEMS, processing);
                    ResultSet row = rows.executeQuery();
                    ResultSet problem = problems.executeQuery()) {
                Reading reading = new Reading(problem);
                List<DeliveredRow> block = new ArrayList<>(FETCH);
                while (row.next()) {
                    block.add(reading.row(row));
                    if (block.size() == FETCH) {
                        revealed(block).forEach(each);
                        block.clear();
                    }
                }
                revealed(block).forEach(each);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the rows of processing " + processing + " cannot be read", e);
        }
    }

    private List<DeliveredRow> revealed(List<DeliveredRow> stored) {
        if (!vault.isOn()) {
            return stored;
        }
        NumberTexts numbers =
                vault.numbersOf(stored.stream().flatMap(DeliveredRow::texts).toList());
        return stored.stream().map(row -> row.revealed(numbers)).toList();
    }

    /** The rows of an ordered result and, beside them, their problems. */
    private static final class Reading {
        private final ResultSet problems;
        private boolean more;

        Reading(ResultSet problems) throws SQLException {
            this.problems = problems;
            this.more = problems.next();
        }

        DeliveredRow row(ResultSet row) throws SQLException {
            return DeliveredRows.row(row, problems(row.getInt("row_seq")));
        }

        private List<DeliveredProblem> problems(int rowSeq) throws SQLException {
            if (!more || problems.getInt("row_seq") != rowSeq) {
                return List.of();
            }
            List<DeliveredProblem> found = new ArrayList<>();
            while (more && problems.getInt("row_seq") == rowSeq) {
                found.add(problem(problems));
                more = problems.next();
            }
            return found;
        }
    }

    private static DeliveredRow row(ResultSet row, List<DeliveredProblem> problems) throws SQLException {
        String cells = row.getString("cells");
        return new DeliveredRow(
                row.getInt("row_seq"),
                row.getInt("sheet"),
                row.getInt("row_number"),
                row.getBoolean("hidden"),
                row.getString("verdict"),
                cells == null ? List.of() : cells(cells),
                problems);
    }

    /** The cells of a row as {@code intake.row} keeps them, numbers as tokens where they are encrypted. */
    public static List<String> cells(String json) {
        return List.of(JSON.readValue(json, String[].class));
    }

    private static DeliveredProblem problem(ResultSet row) throws SQLException {
        return new DeliveredProblem(
                row.getString("code"),
                Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                row.getString("field"),
                row.getInt("column_index"),
                row.getString("message_zh"),
                row.getString("suggestion"));
    }

    private static PreparedStatement prepared(Connection connection, String sql, long processing) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCH);
        statement.setLong(1, processing);
        return statement;
    }

    private static DeliveredSheet sheet(ResultSet row) throws SQLException {
        return new DeliveredSheet(
                        row.getInt("sheet"),
                        row.getString("name"),
                        row.getBoolean("hidden"),
                        columns(row.getString("columns")),
                        Math.min(row.getInt("width"), WIDEST),
                        row.getInt("first_seq"),
                        row.getInt("last_row"),
                        row.getBoolean("problems"))
                .withoutOwnColumns();
    }

    private static List<DeliveredSheet.Column> columns(String json) {
        return StreamSupport.stream(JSON.readTree(json).spliterator(), false)
                .map(DeliveredRows::column)
                .toList();
    }

    private static DeliveredSheet.Column column(JsonNode node) {
        JsonNode field = node.path("field");
        return new DeliveredSheet.Column(
                node.path("column").asInt(),
                node.path("header").asString(),
                field.isMissingNode() ? Optional.empty() : Optional.of(field.asString()));
    }
}
