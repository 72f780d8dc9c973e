package org.guiyi.feed;

import dev.cel.common.CelAbstractSyntaxTree;
import java.util.List;

/**
 * A CEL expression that yields true or false, typed against the feed's fields. {@code operands} are the fields whose
 * value it reads: with one of them missing the expression says nothing. {@code asked} are the fields of which it only
 * asks whether they are there ({@code given.field}).
 */
public record Expression(String text, CelAbstractSyntaxTree tree, List<String> operands, List<String> asked) {

    public Expression {
        operands = List.copyOf(operands);
        asked = List.copyOf(asked);
    }
}
