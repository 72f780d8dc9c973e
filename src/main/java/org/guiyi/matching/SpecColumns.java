package org.guiyi.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns of a spec while it is read, and the keys written over them. */
final class SpecColumns {

    private static final Pattern KEY = Pattern.compile("([a-z_]+)\\(([^\\s,()]+)((?:[,\\s]+\\d{1,3})*)\\)");

    private final List<Column> columns = new ArrayList<>();

    List<Column> list() {
        return columns;
    }

    void addGiven(SpecNode node) {
        node.allow(Set.of("name", "type"));
        add(node, type(node.need("type")), List.of());
    }

    void addDerived(SpecNode node) {
        node.allow(Set.of("name", "type", "first_of"));
        List<Key> firstOf = keys(node.need("first_of"));
        if (firstOf.isEmpty()) {
            node.fault("first_of 不能为空", "first_of needs at least one key");
        } else if (firstOf.stream().anyMatch(Key::many)) {
            node.fault("first_of 不能用 each", "first_of can't use each");
        } else {
            add(node, type(node.need("type")), firstOf);
        }
    }

    private void add(SpecNode node, ColumnType type, List<Key> firstOf) {
        String name = node.need("name").text("");
        if (columns.stream().anyMatch(column -> column.name().equals(name))) {
            node.fault("列名重复：" + name, "column named twice: " + name);
        }
        columns.add(new Column(name, type, firstOf));
    }

    private static ColumnType type(SpecNode node) {
        String word = node.text("text");
        for (ColumnType type : ColumnType.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
                return type;
            }
        }
        node.fault(
                "未知列类型 " + word + "，可用：text, date, code, number, list, flag",
                "unknown column type " + word + ", expected text, date, code, number, list or flag");
        return ColumnType.TEXT;
    }

    /** The place of a column named in the spec; 0 with a fault when there is none. */
    int place(SpecNode node) {
        String name = node.text("").strip();
        for (int place = 0; place < columns.size(); place++) {
            if (columns.get(place).name().equals(name)) {
                return place;
            }
        }
        node.fault("没有名为 " + name + " 的列", "no column is named " + name);
        return 0;
    }

    /** As {@link #place(SpecNode)}, for a column that must have a type. */
    int place(SpecNode node, ColumnType type) {
        int place = place(node);
        if (!columns.isEmpty() && columns.get(place).type() != type) {
            String word = type.name().toLowerCase(Locale.ROOT);
            node.fault("此列应为 " + word + " 类型", "the column must be of type " + word);
        }
        return place;
    }

    List<Key> keys(SpecNode list) {
        List<Key> keys = new ArrayList<>();
        for (SpecNode item : list.items()) {
            key(item).ifPresent(keys::add);
        }
        return keys;
    }

    private Optional<Key> key(SpecNode node) {
        String text = node.text();
        Matcher matcher = KEY.matcher(text);
        if (!matcher.matches()) {
            node.fault(
                    "应写作 函数(列名 数字)，不用逗号，实为 " + text, "expected function(column number) without a comma, found " + text);
            return Optional.empty();
        }
        Optional<KeyFunction> function = KeyFunction.find(matcher.group(1));
        if (function.isEmpty()) {
            node.fault("没有函数 " + matcher.group(1), "there is no key function " + matcher.group(1));
            return Optional.empty();
        }
        int[] numbers = numbers(matcher.group(3));
        if (numbers.length != function.get().arguments()) {
            node.fault(
                    matcher.group(1) + " 需要 " + function.get().arguments() + " 个数字",
                    matcher.group(1) + " takes " + function.get().arguments() + " number(s), found " + numbers.length);
            return Optional.empty();
        }
        return column(node, matcher.group(2).strip())
                .map(place -> new Key(function.get(), place, at(numbers, 0), at(numbers, 1), text));
    }

    private Optional<Integer> column(SpecNode node, String name) {
        for (int place = 0; place < columns.size(); place++) {
            if (columns.get(place).name().equals(name)) {
                return Optional.of(place);
            }
        }
        node.fault("没有名为 " + name + " 的列", "no column is named " + name);
        return Optional.empty();
    }

    private static int[] numbers(String text) {
        return Pattern.compile("\\d+")
                .matcher(text)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group()))
                .toArray();
    }

    private static int at(int[] numbers, int place) {
        return place < numbers.length ? numbers[place] : 0;
    }
}
