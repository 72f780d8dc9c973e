package org.guiyi.validation;

import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guiyi.correction.Corrections;
import org.guiyi.correction.RowCorrections;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.Field;
import org.guiyi.feed.HeaderMapping;
import org.guiyi.feed.Rule;
import org.guiyi.feed.SheetMapping;
import org.guiyi.tabular.CellKind;
import org.guiyi.tabular.Row;

/** Judges the rows of one file of a feed. Safe for use by several threads. */
public final class RowJudge {

    private final HeaderMapping mapping;
    private final Corrections corrections;
    private final FieldJudge[] judges;
    private final String[] names;
    private final List<Map<String, String>> mappings;
    private final RowShape[] shapes;
    private final RowCheck[] checks;

    public RowJudge(HeaderMapping mapping, Grounds grounds, Corrections corrections) {
        FeedDefinition feed = mapping.feed();
        this.mapping = mapping;
        this.corrections = corrections;
        FieldProblems[] problems = feed.fields().stream()
                .map(field -> new FieldProblems(field, grounds.codes()))
                .toArray(FieldProblems[]::new);
        FieldJudges fieldJudges = new FieldJudges(feed, grounds);
        this.judges = feed.fields().stream()
                .map(field -> fieldJudges.judge(field, problems[field.index()]))
                .toArray(FieldJudge[]::new);
        this.names = feed.fields().stream().map(Field::name).toArray(String[]::new);
        this.mappings = feed.fields().stream()
                .map(field -> corrections.mappings(field.name()))
                .toList();
        this.shapes = shapes(mapping);
        this.checks = checks(feed, judges, problems, grounds);
    }

    private static RowShape[] shapes(HeaderMapping mapping) {
        int last = mapping.sheets().stream().mapToInt(SheetMapping::sheet).max().orElse(-1);
        RowShape[] shapes = new RowShape[last + 1];
        for (SheetMapping sheet : mapping.sheets()) {
            shapes[sheet.sheet()] = new RowShape(sheet, mapping.format());
        }
        return shapes;
    }

    private static RowCheck[] checks(
            FeedDefinition feed, FieldJudge[] judges, FieldProblems[] problems, Grounds grounds) {
        CelRuntime runtime = RuleFunctions.runtime(grounds.businessDate(), grounds.codes());
        List<RowCheck> checks = new ArrayList<>();
        for (FieldJudge judge : judges) {
            if (AbsenceCheck.matters(judge.field)) {
                Condition condition = judge.field
                        .requiredWhen()
                        .map(when -> new Condition(feed, when, runtime, grounds.businessDate()))
                        .orElse(null);
                checks.add(new AbsenceCheck(feed, judge, condition));
            }
        }
        IdentityCheck.of(feed, problems, grounds.businessDate()).ifPresent(checks::add);
        KeyCheck.of(feed).ifPresent(checks::add);
        for (Rule rule : feed.rules()) {
            if (rule.inForce(grounds.businessDate())) {
                Condition condition = new Condition(feed, rule.when(), runtime, grounds.businessDate());
                checks.add(new RuleCheck(feed, rule, condition));
            }
        }
        return checks.toArray(RowCheck[]::new);
    }

    /** The row with its values, its verdict and all its problems. The row's sheet must be one of the mapping's. */
    public JudgedRow judge(Row row) {
        RowShape shape = row.sheet() < shapes.length ? shapes[row.sheet()] : null;
        if (shape == null) {
            throw new IllegalArgumentException("Sheet " + row.sheet() + " holds no rows of feed "
                    + mapping.feed().id());
        }
        JudgedRow judged = new JudgedRow(row, shape.columns());
        if (shape.isRagged(row)) {
            shape.reject(judged);
            return judged;
        }
        RowCorrections corrected = corrections.row(row.sheet(), row.number());
        for (int field = 0; field < judges.length; field++) {
            judge(judged, field, corrected);
        }
        for (RowCheck check : checks) {
            check.check(judged);
        }
        return judged;
    }

    private void judge(JudgedRow judged, int field, RowCorrections corrected) {
        String text = judged.text(field);
        CellKind kind = judged.kind(field);
        if (corrected != RowCorrections.NONE || !mappings.get(field).isEmpty()) {
            String decided = corrected.find(names[field]);
            if (decided == null) {
                decided = mappings.get(field).get(text.strip());
            }
            if (decided != null) {
                judged.text(field, decided);
                text = decided;
                kind = CellKind.TEXT;
            }
        }
        judges[field].judge(judged, text, kind);
    }
}
