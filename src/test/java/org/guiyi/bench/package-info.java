/**
 * Measures speed and memory against floors on the same machine in the same run; {@code mvn -Pbench verify} runs it and leaves
 * its tables under {@code target/bench}. It sees the stations' public faces only.
 */
@NullMarked
package org.guiyi.bench;

import org.jspecify.annotations.NullMarked;
