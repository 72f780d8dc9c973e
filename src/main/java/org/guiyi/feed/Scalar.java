package org.guiyi.feed;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A single value of a definition file and where it stands. */
record Scalar(String text, Place place, ScalarStyle style) {

    static Scalar of(ScalarNode node) {
        return new Scalar(node.getValue(), Place.of(node), node.getScalarStyle());
    }

    /** Where the character at this line (from 1) and column (from 0) of the text stands in the file. */
    Place placeOf(int line, int column) {
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            return new Place(place.line() + line, column + 1);
        }
        int quote = style == ScalarStyle.PLAIN ? 0 : 1;
        return line == 1 ? place.right(column + quote) : place.down(line - 1);
    }
}
