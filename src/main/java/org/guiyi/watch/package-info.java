/**
 * How things stand and went enters from the database; health, metrics and progress over HTTP, and reports that are sent, leave.
 * Only the faces know it. Pages for people belong into {@code console}, which is to live in the same web server.
 */
@NullMarked
package org.guiyi.watch;

import org.jspecify.annotations.NullMarked;
