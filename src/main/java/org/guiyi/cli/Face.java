package org.guiyi.cli;

/** How an application is reached: by the command that opens it alone, or over HTTP as well. */
enum Face {
    COMMAND,
    SERVER
}
