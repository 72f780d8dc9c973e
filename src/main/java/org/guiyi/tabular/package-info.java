/**
 * Turns a delivered file (.xlsx, .xls, .csv) into a stream of rows with their place, and finds header and footer rows in
 * it; a file enters, {@link org.guiyi.tabular.Row rows} or an {@link org.guiyi.tabular.UnreadableFileException} leave. It
 * uses no other module of ours; it is the only reader that knows Apache POI and FastCSV.
 */
@NullMarked
package org.guiyi.tabular;

import org.jspecify.annotations.NullMarked;
