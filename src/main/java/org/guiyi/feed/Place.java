package org.guiyi.feed;

import org.snakeyaml.engine.v2.nodes.Node;

/** A line and a column of a definition file, both from 1. */
record Place(int line, int column) {

    static final Place START = new Place(1, 1);

    static Place of(Node node) {
        return node.getStartMark()
                .map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(START);
    }

    Place down(int lines) {
        return new Place(line + lines, column);
    }

    Place right(int columns) {
        return new Place(line, column + columns);
    }
}
