/**
 * Where the data lives: settings enter, a reachable PostgreSQL (embedded or real), COPY streams and digests leave. Knows no
 * station.
 */
@NullMarked
package org.guiyi.database;

import org.jspecify.annotations.NullMarked;
