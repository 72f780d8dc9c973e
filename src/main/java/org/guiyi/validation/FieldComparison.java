package org.guiyi.validation;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;
import org.guiyi.feed.Expression;
import org.guiyi.feed.FieldType;

/**
 * An expression that only compares two fields ({@code exit_date < register_date}, {@code guardian_name == name}), decided
 * without CEL: the pairs of values are mostly distinct, so that no cache of outcomes helps, and the canonical texts of two
 * dates, two months or two amounts compare as CEL would compare them.
 *
 * @param left place of the left field among the operands
 * @param right place of the right field
 */
record FieldComparison(Relation relation, int left, int right, boolean asNumbers) {

    /** How two values are compared, by the name of CEL's operator. */
    enum Relation {
        LESS("_<_") {
            @Override
            boolean holds(int order) {
                return order < 0;
            }
        },
        AT_MOST("_<=_") {
            @Override
            boolean holds(int order) {
                return order <= 0;
            }
        },
        MORE("_>_") {
            @Override
            boolean holds(int order) {
                return order > 0;
            }
        },
        AT_LEAST("_>=_") {
            @Override
            boolean holds(int order) {
                return order >= 0;
            }
        },
        EQUAL("_==_") {
            @Override
            boolean holds(int order) {
                return order == 0;
            }
        },
        DIFFERENT("_!=_") {
            @Override
            boolean holds(int order) {
                return order != 0;
            }
        };

        private final String operator;

        Relation(String operator) {
            this.operator = operator;
        }

        abstract boolean holds(int order);

        private static Optional<Relation> of(String operator) {
            for (Relation relation : values()) {
                if (relation.operator.equals(operator)) {
                    return Optional.of(relation);
                }
            }
            return Optional.empty();
        }

        private boolean asksForOrder() {
            return this != EQUAL && this != DIFFERENT;
        }
    }

    /** @param types the types of the expression's operands, in their order */
    static Optional<FieldComparison> of(Expression expression, FieldType[] types) {
        CelExpr root = expression.tree().getExpr();
        if (root.getKind() != CelExpr.ExprKind.Kind.CALL || root.call().args().size() != 2) {
            return Optional.empty();
        }
        int left = place(root.call().args().get(0), expression.operands());
        int right = place(root.call().args().get(1), expression.operands());
        return left < 0 || right < 0 || types[left] != types[right]
                ? Optional.empty()
                : Relation.of(root.call().function()).flatMap(relation -> of(relation, left, right, types[left]));
    }

    private static Optional<FieldComparison> of(Relation relation, int left, int right, FieldType type) {
        return switch (type.valueSpace()) {
            case DATES, MONTHS -> Optional.of(new FieldComparison(relation, left, right, false));
            case INTEGERS, AMOUNTS -> Optional.of(new FieldComparison(relation, left, right, true));
            case DECIMALS, TRUTHS -> Optional.empty();
            case TEXTS ->
                relation.asksForOrder()
                        ? Optional.empty()
                        : Optional.of(new FieldComparison(relation, left, right, false));
        };
    }

    boolean holds(String[] operands) {
        String one = operands[left];
        String other = operands[right];
        return relation.holds(
                asNumbers ? Long.compare(Long.parseLong(one), Long.parseLong(other)) : one.compareTo(other));
    }

    private static int place(CelExpr expr, List<String> operands) {
        return expr.getKind() == CelExpr.ExprKind.Kind.IDENT
                ? operands.indexOf(expr.ident().name())
                : -1;
    }
}
