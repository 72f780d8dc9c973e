package org.guiyi.cli;

/** Starts the stations. */
@FunctionalInterface
interface Opener {

    Application open(Environment environment, Face face);
}
