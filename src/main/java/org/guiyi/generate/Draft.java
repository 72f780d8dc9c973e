package org.guiyi.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row on its way to a file: first as it should be, then as a clerk left it, with what is expected to be found wrong. */
final class Draft {

    private final Family family;
    private final Person subject;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private String doubt = "";
    private boolean weakened;
    private boolean cutShort;

    Draft(Family family, Person subject) {
        this.family = family;
        this.subject = subject;
    }

    Family family() {
        return family;
    }

    Person subject() {
        return subject;
    }

    Draft put(String field, Entry entry) {
        entries.put(field, entry);
        return this;
    }

    Draft put(String field, String text) {
        return put(field, Entry.text(text));
    }

    Entry entry(String field) {
        return entries.getOrDefault(field, Entry.BLANK);
    }

    boolean filled(String field) {
        return !entry(field).written().isEmpty();
    }

    Draft flaw(String field, String code, Flaw.Severity severity) {
        flaws.add(new Flaw(field, code, severity));
        return this;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    boolean rejected() {
        return flaws.stream().anyMatch(flaw -> flaw.severity() == Flaw.Severity.REJECT);
    }

    /** Marks that one of number, name and birth date no longer shows who is meant: the others must then stay whole. */
    void weaken() {
        weakened = true;
    }

    boolean weakened() {
        return weakened;
    }

    /** Marks that nobody could say whose row it is, and why. */
    void doubt(String reason) {
        doubt = reason;
        weakened = true;
    }

    String doubt() {
        return doubt;
    }

    /** Leaves out the last cell of the line. */
    void cutShort() {
        cutShort = true;
    }

    List<Entry> line(List<Column> columns) {
        List<Entry> line = columns.stream().map(column -> entry(column.field())).toList();
        return cutShort ? line.subList(0, line.size() - 1) : line;
    }
}
