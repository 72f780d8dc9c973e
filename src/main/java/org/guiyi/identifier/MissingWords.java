package org.guiyi.identifier;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Nothing, or words in place of a number; the words are settled into one reason each. */
final class MissingWords implements IdentityStep {

    private static final Pattern NOTHING = Pattern.compile(
            "|无|没有|空|否|未填|未填写|未知|不详|不清楚|无身份证|无身份证号|无证件|无证|没有身份证|暂无|[/\\\\*?.0O]{1,3}|N/?A|NULL|NONE|NAN|#N/A");
    private static final int MOST_DIGITS = 8;
    private static final Map<String, Pattern> REASONS = reasons();

    @Override
    public Optional<IdentityReading> read(IdentityCell cell) {
        if (digits(cell.text()) > MOST_DIGITS) {
            return Optional.empty();
        }
        if (NOTHING.matcher(cell.text()).matches()) {
            return Optional.of(cell.none(null, IdentityFlag.MISSING));
        }
        return reason(cell.text()).map(reason -> cell.none(reason, IdentityFlag.MISSING));
    }

    private static Optional<String> reason(String text) {
        return REASONS.entrySet().stream()
                .filter(reason -> reason.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += ResidentDigits.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    /** In this order: 打拐解救未落户 is first of all 打拐解救. */
    private static Map<String, Pattern> reasons() {
        var reasons = new LinkedHashMap<String, Pattern>();
        reasons.put("打拐解救", Pattern.compile("打拐|解救|被拐"));
        reasons.put("弃婴", Pattern.compile("弃婴|弃儿|捡拾|遗弃"));
        reasons.put("新生未落户", Pattern.compile("新生|刚出生|新出生|未上户|没上户|未落户|没落户|待落户|未报户|未入户|正在落户"));
        reasons.put("无户籍", Pattern.compile("黑户|无户|没有户|没户|查无户籍|非婚生"));
        reasons.put("流浪乞讨", Pattern.compile("流浪|乞讨|身份不明|无名氏"));
        reasons.put("外籍", Pattern.compile("外籍|外国|境外|无国籍"));
        reasons.put("户籍注销", Pattern.compile("注销|已销户|销户"));
        reasons.put("遗失", Pattern.compile("遗失|丢失|丢了|补办"));
        reasons.put("未办理", Pattern.compile("未办|没办|未申领|办理中|正在办|待办|在办"));
        reasons.put("待补", Pattern.compile("待补|后补|补录|待查|待核|待定|未提供|拒绝提供|未采集|缺|稍后"));
        return reasons;
    }
}
