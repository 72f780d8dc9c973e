/**
 * A delivered file enters; a submission leaves that is recognised, identified by its content, archived and numbered, with its
 * processings and states. Uses {@code tabular}, {@code feed}, {@code identifier}, {@code database} and {@code audit}.
 */
@NullMarked
package org.guiyi.intake;

import org.jspecify.annotations.NullMarked;
