package org.guiyi.validation;

import java.util.HashMap;
import java.util.Map;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.MessageText;
import org.guiyi.feed.Messages;
import org.guiyi.feed.Rule;
import org.guiyi.feed.Severity;

/** One of the feed's own rules. */
final class RuleCheck implements RowCheck {

    private static final Messages MESSAGES = Messages.beside(RuleCheck.class);

    private final FeedDefinition feed;
    private final Rule rule;
    private final Condition condition;
    private final String code;
    private final int marked;
    private final MessageText zh;
    private final MessageText en;

    RuleCheck(FeedDefinition feed, Rule rule, Condition condition) {
        this.feed = feed;
        this.rule = rule;
        this.condition = condition;
        this.code = rule.problemCode();
        this.marked = feed.indexOf(rule.fields().get(0));
        this.zh = MessageText.of(rule.messageZh());
        this.en = MessageText.of(rule.messageEn());
    }

    @Override
    public void check(JudgedRow row) {
        switch (condition.test(row)) {
            case TRUE -> add(row, code, rule.severity(), zh.with(delivered(row, zh)), en.with(delivered(row, en)));
            case FAILED -> {
                Map<String, String> arguments = Map.of("rule", rule.id());
                String failed = ProblemCode.RULE_FAILED.name();
                add(row, failed, Severity.NOTICE, MESSAGES.zh(failed, arguments), MESSAGES.en(failed, arguments));
            }
            case FALSE, SILENT -> {
                return;
            }
        }
    }

    private void add(JudgedRow row, String problem, Severity severity, String messageZh, String messageEn) {
        String field = feed.fields().get(marked).name();
        row.add(new Problem(
                problem, severity, field, row.column(marked), row.text(marked), messageZh, messageEn, null));
    }

    private Map<String, String> delivered(JudgedRow row, MessageText text) {
        Map<String, String> arguments = new HashMap<>();
        text.placeholders().forEach(field -> arguments.put(field, row.text(feed.indexOf(field))));
        return arguments;
    }
}
