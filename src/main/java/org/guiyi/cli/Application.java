package org.guiyi.cli;

import java.util.Optional;

/** The stations, running; closing it ends them. */
interface Application extends AutoCloseable {

    <T> T get(Class<T> type);

    /** Where it answers over HTTP, if it does. */
    Optional<String> http();

    @Override
    void close();
}
