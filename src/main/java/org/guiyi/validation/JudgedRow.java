package org.guiyi.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.guiyi.feed.Severity;
import org.guiyi.identifier.IdentityReading;
import org.guiyi.identifier.PersonName;
import org.guiyi.tabular.CellKind;
import org.guiyi.tabular.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row and what was found about it. Fields are asked for by their index in the definition. After judging it doesn't
 * change.
 */
public final class JudgedRow {

    private final Row row;
    private final int[] columns;
    private final String[] texts;
    private final @Nullable String[] values;
    private final @Nullable Object[] readings;
    private final boolean[] absent;
    private final boolean[] trusted;
    private @Nullable ArrayList<Problem> problems;
    private boolean rejected;

    JudgedRow(Row row, int[] columns) {
        this.row = row;
        this.columns = columns;
        this.texts = new String[columns.length];
        this.values = new String[columns.length];
        this.readings = new Object[columns.length];
        this.absent = new boolean[columns.length];
        this.trusted = new boolean[columns.length];
        for (int field = 0; field < columns.length; field++) {
            texts[field] = delivered(field);
        }
    }

    public int sheet() {
        return row.sheet();
    }

    public int number() {
        return row.number();
    }

    public Verdict verdict() {
        return rejected ? Verdict.REJECTED : Verdict.ACCEPTED;
    }

    /** All problems: those of single cells in the order of the fields, then what is missing, then those across fields. */
    public List<Problem> problems() {
        return problems == null ? List.of() : Collections.unmodifiableList(problems);
    }

    /**
     * The canonical text, or null where there is none or it can't be used: dates {@code yyyy-MM-dd} (known only to the
     * month: {@code yyyy-MM}), months {@code yyyy-MM}, codes as their code, money in fen, whole identity numbers,
     * several phones joined by {@code ;}, names as displayed.
     */
    public @Nullable String value(int field) {
        return values[field];
    }

    /** The text as it stood in the file; empty for a field without a column. */
    public String delivered(int field) {
        return columns[field] < 0 ? "" : row.text(columns[field]);
    }

    /** Whether another text than the delivered one was judged. */
    public boolean corrected(int field) {
        return !texts[field].equals(delivered(field));
    }

    /** What an identity field says, damaged numbers included. */
    public Optional<IdentityReading> identity(int field) {
        return readings[field] instanceof IdentityReading reading ? Optional.of(reading) : Optional.empty();
    }

    /** What a name field says. */
    public Optional<PersonName> name(int field) {
        return readings[field] instanceof PersonName name ? Optional.of(name) : Optional.empty();
    }

    /**
     * Whether the number of an identity field may be relied on: its check digit holds, it agrees with the birth date
     * and sex of its person in the row, and it isn't somebody else's of the same row.
     */
    public boolean trusted(int field) {
        return trusted[field];
    }

    Row row() {
        return row;
    }

    CellKind kind(int field) {
        return columns[field] < 0 ? CellKind.BLANK : row.kind(columns[field]);
    }

    /** The column of a field, from 0, or -1. */
    public int column(int field) {
        return columns[field];
    }

    /** The text that is judged, corrections applied. */
    String text(int field) {
        return texts[field];
    }

    void text(int field, String text) {
        texts[field] = text;
    }

    void value(int field, @Nullable String value) {
        values[field] = value;
    }

    void reading(int field, Object reading) {
        readings[field] = reading;
    }

    /** Notes that there is nothing in a field, which may or may not be a problem. */
    void absent(int field) {
        absent[field] = true;
    }

    void present(int field) {
        absent[field] = false;
    }

    boolean isAbsent(int field) {
        return absent[field];
    }

    void trust(int field, boolean trust) {
        trusted[field] = trust;
    }

    boolean hasRejected(int field) {
        for (Problem problem : problems()) {
            if (problem.severity() == Severity.REJECT && problem.column() == columns[field] && columns[field] >= 0) {
                return true;
            }
        }
        return false;
    }

    void add(Problem problem) {
        if (problems == null) {
            problems = new ArrayList<>(4);
        }
        problems.add(problem);
        rejected |= problem.severity() == Severity.REJECT;
    }
}
