package org.guiyi.feed;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * CEL with the fields of one feed as its variables, {@code given.field} for "has a value", {@code business_date}, and
 * our own functions. Dates and months are timestamps at midnight UTC, money is integer fen, codes are their code.
 */
final class RuleLanguage {

    static final String BUSINESS_DATE = "business_date";
    static final String GIVEN = "given";

    /** Words that CEL keeps for itself, and ours. */
    static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "package",
            "namespace",
            "null",
            "return",
            "true",
            "var",
            "void",
            "while",
            BUSINESS_DATE,
            GIVEN);

    private static final String IN_CODE_LIST = "in_code_list";

    private final CelCompiler compiler;
    private final Predicate<String> codeListExists;
    private final Set<String> fields;

    RuleLanguage(List<Field> fields, Predicate<String> codeListExists) {
        this.codeListExists = codeListExists;
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .addFunctionDeclarations(functions())
                .addVar(BUSINESS_DATE, SimpleType.TIMESTAMP);
        for (Field field : fields) {
            builder.addVar(field.name(), type(field.type())).addVar(GIVEN + "." + field.name(), SimpleType.BOOL);
        }
        this.compiler = builder.build();
        this.fields = Set.copyOf(fields.stream().map(Field::name).toList());
    }

    /** The typed expression, or nothing and its faults noted. */
    Optional<Expression> compile(Scalar scalar, FaultLog faults) {
        CelValidationResult result = compiler.compile(scalar.text());
        if (result.hasError()) {
            result.getErrors().forEach(issue -> note(issue, scalar, faults));
            return Optional.empty();
        }
        CelAbstractSyntaxTree tree = tree(result);
        if (!tree.getResultType().equals(SimpleType.BOOL)) {
            faults.add(
                    scalar.place(),
                    "CEL_NOT_BOOLEAN",
                    "found",
                    tree.getResultType().name());
            return Optional.empty();
        }
        return checkLists(tree, scalar, faults) ? Optional.of(expression(scalar.text(), tree)) : Optional.empty();
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (dev.cel.common.CelValidationException e) {
            throw new IllegalStateException("CEL gave no tree although it found no error", e);
        }
    }

    private static void note(CelIssue issue, Scalar scalar, FaultLog faults) {
        int line = Math.max(issue.getSourceLocation().getLine(), 1);
        int column = Math.max(issue.getSourceLocation().getColumn(), 0);
        faults.add(scalar.placeOf(line, column), "CEL", "reason", reason(issue.getMessage()));
    }

    /** CEL's words without its own types and the list of everything else it could have done. */
    private static String reason(String message) {
        return message.replace("google.protobuf.Timestamp", "date")
                .replace(" (in container '')", "")
                .replaceFirst(" \\(candidates: .*", "");
    }

    /** Whether every code list an expression asks for exists. */
    private boolean checkLists(CelAbstractSyntaxTree tree, Scalar scalar, FaultLog faults) {
        List<String> unknown = CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.CALL
                        && expr.call().function().equals(IN_CODE_LIST))
                .map(expr -> expr.call().args().get(1))
                .map(list -> list.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        ? list.constant().stringValue()
                        : "?")
                .filter(codeListExists.negate())
                .toList();
        unknown.forEach(name -> faults.add(scalar.place(), "UNKNOWN_CODE_LIST", "name", name));
        return unknown.isEmpty();
    }

    private Expression expression(String text, CelAbstractSyntaxTree tree) {
        List<String> operands = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        tree.getReferenceMap().values().stream()
                .map(reference -> reference.name())
                .distinct()
                .sorted()
                .forEach(name -> {
                    if (name.startsWith(GIVEN + ".")) {
                        asked.add(name.substring(GIVEN.length() + 1));
                    } else if (fields.contains(name)) {
                        operands.add(name);
                    }
                });
        return new Expression(text, tree, operands, asked);
    }

    private static CelType type(FieldType type) {
        return switch (type.valueSpace()) {
            case DATES, MONTHS -> SimpleType.TIMESTAMP;
            case INTEGERS, AMOUNTS -> SimpleType.INT;
            case DECIMALS -> SimpleType.DOUBLE;
            case TRUTHS -> SimpleType.BOOL;
            case TEXTS -> SimpleType.STRING;
        };
    }

    private static List<CelFunctionDecl> functions() {
        CelType date = SimpleType.TIMESTAMP;
        CelType whole = SimpleType.INT;
        CelType text = SimpleType.STRING;
        return List.of(
                function("date", "guiyi_date", date, text),
                function("age", "guiyi_age", whole, date),
                function("age_at", "guiyi_age_at", whole, date, date),
                function("months_between", "guiyi_months_between", whole, date, date),
                function("days_between", "guiyi_days_between", whole, date, date),
                function("add_months", "guiyi_add_months", date, date, whole),
                function("add_days", "guiyi_add_days", date, date, whole),
                function("month_start", "guiyi_month_start", date, date),
                function("month_end", "guiyi_month_end", date, date),
                function("yuan", "guiyi_yuan", whole, whole),
                function("id_valid", "guiyi_id_valid", SimpleType.BOOL, text),
                function(IN_CODE_LIST, "guiyi_in_code_list", SimpleType.BOOL, text, text));
    }

    private static CelFunctionDecl function(String name, String overload, CelType result, CelType... arguments) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(overload, result, arguments));
    }
}
