package org.guiyi.person;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.feed.Field;
import org.guiyi.feed.FieldValue;
import org.guiyi.identifier.Code;
import org.guiyi.identifier.CodeLists;
import org.guiyi.steward.TaskKind;
import org.springframework.stereotype.Component;

/** What the warehouse's columns, codes and states are called on screens, in Chinese and English. */
@Component
public class PersonWords {

    private static final int FEN = 100;

    private static final Map<String, String> FIELDS = Map.of(
            "name", "姓名 name",
            "sex", "性别 sex",
            "birth_date", "出生日期 birth date",
            "ethnic", "民族 ethnic group",
            "resident_id", "身份证号 resident id",
            "registered_address", "户籍地址 registered at",
            "residence", "现住址 lives at",
            "phone", "联系电话 telephone",
            "death_reported_on", "登记死亡日期 death reported on");

    private static final Map<String, String> KINDS = Map.of(
            "enrolment", "在册 enrolment",
            "payment", "发放 payment",
            "assessment", "能力评估 assessment",
            "health_check", "健康服务 health check",
            "death", "死亡登记 death");

    private static final Map<String, String> STATES =
            Map.of("present", "在册 present", "left", "减员 left", "unconfirmed", "待核实减员 unconfirmed");

    private static final Map<String, String> ROLES = Map.of(
            "guardian", "监护人 guardian",
            "father", "父亲 father",
            "mother", "母亲 mother",
            "household_head", "户主 head of household",
            "claimant", "申领人 claimant");

    /** The code lists of the columns of {@code warehouse.person} and {@code warehouse.relationship}. */
    private static final Map<String, String> LISTS = Map.of("sex", "sex", "ethnic", "ethnic", "relation", "relation");

    private final FeedDefinitions feeds;
    private final CodeLists codes;

    PersonWords(FeedDefinitions feeds, CodeLists codes) {
        this.feeds = feeds;
        this.codes = codes;
    }

    /** The name of a column of {@code warehouse.person}. */
    public String field(String column) {
        return FIELDS.getOrDefault(column, column);
    }

    /** What a value of {@code warehouse.person} or a relation says; a code together with its name. */
    public String value(String column, String value) {
        return Optional.ofNullable(LISTS.get(column))
                .flatMap(list -> name(list, value))
                .map(name -> name + " (" + value + ")")
                .orElse(value);
    }

    /** A table of facts. */
    public String kind(String table) {
        return KINDS.getOrDefault(table, table);
    }

    /** The status of a record or fact. */
    public String status(String status) {
        return STATES.getOrDefault(status, status);
    }

    /** The role of a relative. */
    public String role(String role) {
        return ROLES.getOrDefault(role, role);
    }

    /** The kind of a steward's task. */
    public String task(String kind) {
        return TaskKind.of(kind).map(TaskKind::words).orElse(kind);
    }

    /** Why a golden value was chosen. */
    public String reason(String stored) {
        String en = stored.replace("唯一来源", "only source")
                .replace("各来源一致", "all sources agree")
                .replace("与可信证件号同行；", "beside a trusted number; ")
                .replace(" 个来源；最近报送期 ", " sources, latest period ");
        return en.equals(stored) ? stored : stored + " " + en;
    }

    /** A value of a column of a fact, as the feed that gave it names its codes. */
    String fact(String feed, String table, String column, String value) {
        if (column.equals("programme")) {
            return definition(feed).map(FeedDefinition::title).orElse(value);
        }
        if (column.equals("amount_fen")) {
            return yuan(Long.parseLong(value));
        }
        return codes(feed, table, column).flatMap(list -> name(list, value)).orElse(value);
    }

    private static String yuan(long fen) {
        return "%s%d.%02d 元 yuan".formatted(fen < 0 ? "-" : "", Math.abs(fen) / FEN, Math.abs(fen) % FEN);
    }

    private Optional<String> codes(String feed, String table, String column) {
        return definition(feed)
                .flatMap(definition -> definition.loads().stream()
                        .filter(load -> load.table().key().equals(table))
                        .map(load -> load.set().get(column))
                        .filter(FieldValue.Of.class::isInstance)
                        .flatMap(value -> definition.find(((FieldValue.Of) value).field()).stream())
                        .findFirst()
                        .flatMap(Field::codes));
    }

    private Optional<FeedDefinition> definition(String feed) {
        return FeedId.tryOf(feed).flatMap(feeds::find);
    }

    private Optional<String> name(String list, String code) {
        return codes.find(list).map(found -> found.codes()).orElse(List.of()).stream()
                .filter(each -> each.code().equals(code))
                .map(Code::name)
                .findFirst();
    }
}
