package org.guiyi.cli;

/** The command line's entry point. */
public final class Guiyi {

    private Guiyi() {}

    public static void main(String[] args) {}
}
