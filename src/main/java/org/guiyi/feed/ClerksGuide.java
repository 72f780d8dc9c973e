package org.guiyi.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.guiyi.identifier.Code;
import org.guiyi.identifier.CodeLists;

/** What a clerk has to know to fill in a feed (填表说明), told from its definition, in Chinese. */
public final class ClerksGuide {

    static final List<String> HEADINGS = List.of("列名", "是否必填", "怎么填", "可填内容", "示例", "也可写作");

    private static final int MOST_CODES = 60;

    private final FeedDefinition feed;
    private final CodeLists codes;

    public ClerksGuide(FeedDefinition feed, CodeLists codes) {
        this.feed = feed;
        this.codes = codes;
    }

    /** The guide as Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder("# " + feed.title() + " 填表说明\n\n");
        notes().forEach(note -> text.append("- ").append(note).append('\n'));
        text.append("\n| ").append(String.join(" | ", HEADINGS)).append(" |\n");
        text.append("|---".repeat(HEADINGS.size())).append("|\n");
        for (Field field : feed.fields()) {
            text.append("| ")
                    .append(lines(field).stream().map(ClerksGuide::cell).collect(Collectors.joining(" | ")))
                    .append(" |\n");
        }
        if (!feed.rules().isEmpty()) {
            text.append("\n## 填报时一并检查\n\n");
            checks().forEach(check -> text.append("- ").append(check).append('\n'));
        }
        return text.toString();
    }

    /** What holds for the whole table. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("依据：" + feed.basis());
        notes.add(
                switch (feed.delivery()) {
                    case SNAPSHOT -> "每次报送全部在册人员；不再列入的人员按减员处理，请勿只报变动。";
                    case CHANGES -> "只报送新增和变动的记录。";
                });
        notes.add("请勿改动表头；证件号码、账号所在列为文本格式，请勿改为数字。");
        notes.add("没有证件号码的人员照常填报，在证件号码处写明原因（新生未落户、无户籍、打拐解救等）。");
        return notes;
    }

    /** The feed's own rules in words. */
    List<String> checks() {
        return feed.rules().stream().map(Rule::messageZh).toList();
    }

    /** What is to be known about a field, in the order of {@link #HEADINGS}. */
    List<String> lines(Field field) {
        return List.of(
                field.title(),
                need(field),
                (field.note().map(note -> note + " ").orElse("") + form(field)).strip(),
                choices(field),
                field.example().orElse(""),
                String.join("、", plainAliases(field)));
    }

    /** The names that a coded field may have, in the order of its list; empty for other fields. */
    List<String> allowed(Field field) {
        List<String> only = field.constraints().enumeration();
        return field.codes().flatMap(codes::find).stream()
                .flatMap(list -> list.codes().stream())
                .filter(code -> only.isEmpty() || only.contains(code.code()))
                .map(Code::name)
                .toList();
    }

    private static String need(Field field) {
        if (field.required() && field.whenEmpty().isEmpty()) {
            return "必填";
        }
        if (field.expected()) {
            return "必填，没有证件的写明原因";
        }
        return field.requiredWhen().isPresent() ? "有此情况时必填" : "选填";
    }

    private static String form(Field field) {
        String limit = field.constraints().maxLength() < Integer.MAX_VALUE
                ? "不超过 " + field.constraints().maxLength() + " 字"
                : "";
        return switch (field.type()) {
            case DATE -> "日期，如 2020-01-31";
            case YEARMONTH -> "年月，如 2020-01";
            case MONEY -> "金额，单位元，最多两位小数";
            case INTEGER -> "整数";
            case NUMBER -> "数字";
            case IDENTITY -> "18 位证件号码";
            case PHONE -> "手机或带区号的固定电话，多个用“/”隔开";
            case ACCOUNT -> "银行卡号或存折账号";
            case CREDIT_CODE -> "18 位统一社会信用代码";
            case STUDENT_NUMBER -> "19 位全国学籍号";
            case DISABILITY_CERTIFICATE -> "20 位残疾人证号";
            case BIRTH_CERTIFICATE -> "1 位字母加 9 位数字";
            case CODE, BOOLEAN -> "从下拉列表中选择";
            case NAME, STRING, ANY, ADDRESS -> limit;
        };
    }

    private String choices(Field field) {
        List<String> allowed = allowed(field);
        String shown = allowed.stream().limit(MOST_CODES).collect(Collectors.joining("、"));
        return allowed.size() > MOST_CODES ? shown + " 等" : shown;
    }

    private static List<String> plainAliases(Field field) {
        return field.aliases().stream()
                .filter(alias -> alias.indexOf('#') < 0 && !alias.matches("[A-Z]+"))
                .toList();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
