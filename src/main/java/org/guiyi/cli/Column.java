package org.guiyi.cli;

/**
 * A column of a table in the terminal.
 *
 * @param zh the header in Chinese
 * @param en the header in English, below it
 * @param number whether its cells are numbers, which stand at the right
 */
record Column(String zh, String en, boolean number) {

    static Column text(String zh, String en) {
        return new Column(zh, en, false);
    }

    static Column number(String zh, String en) {
        return new Column(zh, en, true);
    }
}
