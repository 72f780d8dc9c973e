/**
 * Links rows of files by a matching spec, on their own: tables and a spec enter; clusters, scored pairs, a model and a
 * report leave. Uses {@code tabular} to read and {@code matching} to link; no database, no framework.
 */
@NullMarked
package org.guiyi.linkfile;

import org.jspecify.annotations.NullMarked;
