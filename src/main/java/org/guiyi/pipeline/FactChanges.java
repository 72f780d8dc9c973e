package org.guiyi.pipeline;

/** Facts that a publication adds to a table of the warehouse, changes or takes out of it. */
public record FactChanges(String table, long added, long changed, long removed) {}
