package org.guiyi.cli;

/** The stations, running; closing it ends them. */
interface Application extends AutoCloseable {

    <T> T get(Class<T> type);

    @Override
    void close();
}
