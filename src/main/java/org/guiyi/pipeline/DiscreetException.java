package org.guiyi.pipeline;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A failure as it may be logged and kept in {@code BATCH_*} tables: the kinds and places of its causes, and of their words
 * only those that our own code or the operating system chose. What a parser or the database server says may quote a cell.
 */
public final class DiscreetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Classes of SQLSTATE whose messages are about the connection, resources or the server, never about values. */
    private static final Set<String> ABOUT_THE_SERVER = Set.of("08", "25", "28", "3D", "40", "53", "55", "57", "58");

    private final String kind;

    private DiscreetException(
            String kind, @Nullable String words, @Nullable Throwable cause, StackTraceElement[] stack) {
        super(words, cause);
        this.kind = kind;
        setStackTrace(stack);
    }

    /** The failure and its causes, each by its kind, its place and its harmless words. */
    public static DiscreetException of(Throwable failure) {
        if (failure instanceof DiscreetException discreet) {
            return discreet;
        }
        Throwable cause = failure.getCause();
        return new DiscreetException(
                failure.getClass().getName(),
                words(failure),
                cause == null || cause == failure ? null : of(cause),
                failure.getStackTrace());
    }

    /** What the failure and its causes say, for a person in front of a terminal. */
    public String story() {
        String said = Stream.<Throwable>iterate(this, link -> link != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(words -> words != null && !words.isBlank())
                .distinct()
                .collect(Collectors.joining(": "));
        return said.isEmpty() ? kind : said;
    }

    @Override
    public String toString() {
        return getMessage() == null ? kind : kind + ": " + getMessage();
    }

    private static @Nullable String words(Throwable failure) {
        if (failure instanceof SQLException sql) {
            return ofTheDatabase(sql);
        }
        if (failure instanceof FileSystemException file) {
            return file.getReason();
        }
        boolean repeatsItsCause = failure.getCause() != null
                && String.valueOf(failure.getMessage())
                        .contains(String.valueOf(failure.getCause().getMessage()));
        boolean chosen = isThrownBy(failure, "org.guiyi.")
                || (failure.getClass() == IOException.class && isThrownBy(failure, "sun.nio.", "java.io."))
                || failure instanceof VirtualMachineError;
        return chosen && !repeatsItsCause ? failure.getMessage() : null;
    }

    private static @Nullable String ofTheDatabase(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.length() == 5 && ABOUT_THE_SERVER.contains(state.substring(0, 2))) {
            return failure.getMessage();
        }
        ServerErrorMessage server = failure instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        return server == null
                ? "SQLSTATE " + state
                : "SQLSTATE " + state + place("table", server.getTable()) + place("column", server.getColumn())
                        + place("constraint", server.getConstraint()) + place("in", server.getRoutine());
    }

    private static String place(String what, @Nullable String name) {
        return name == null ? "" : ", " + what + " " + name;
    }

    private static boolean isThrownBy(Throwable failure, String... packages) {
        StackTraceElement[] stack = failure.getStackTrace();
        return stack.length > 0
                && Stream.of(packages).anyMatch(start -> stack[0].getClassName().startsWith(start));
    }
}
