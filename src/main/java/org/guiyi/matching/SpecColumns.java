package org.guiyi.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The columns of a spec while it is read, and the keys written over them. */
final class SpecColumns {

    private static final Pattern KEY = Pattern.compile("([a-z_]+)\\(\\s*([^(),]*?)\\s*((?:[,\\s]+\\d{1,3})*)\\s*\\)");

    private static final Set<String> GIVEN = Set.of("name", "type", "header", "clean", "missing", "format");
    private static final List<Cleaner> USUAL = List.of(Cleaner.TRIM, Cleaner.LOWER);

    private static final String CLEANERS =
            Stream.of(Cleaner.values()).map(Cleaner::word).collect(Collectors.joining(", "));

    private final List<Column> columns = new ArrayList<>();
    private final Optional<List<Cleaner>> steps;
    private final Set<String> missing;

    /** @param root has what holds for all columns that don't say otherwise: {@code clean} and {@code missing} */
    SpecColumns(SpecNode root) {
        this.steps = root.has("clean") ? Optional.of(steps(root.maybe("clean"))) : Optional.empty();
        this.missing = missing(root.maybe("missing"));
    }

    List<Column> list() {
        return columns;
    }

    void addGiven(SpecNode node) {
        node.allow(GIVEN);
        ColumnType type = type(node.maybe("type"));
        String header = node.maybe("header").text(node.maybe("name").text(""));
        add(node, type, new Column("", type, header, cleaning(node, type), List.of(), List.of()));
    }

    void addDerived(SpecNode node) {
        node.allow(Set.of("name", "type", "first_of", "join"));
        if (node.has("first_of") == node.has("join")) {
            node.fault("派生列须有 first_of 或 join 之一", "a derived column has either first_of or join");
            return;
        }
        String way = node.has("join") ? "join" : "first_of";
        List<Key> keys = keys(node.maybe(way));
        if (keys.isEmpty()) {
            node.fault(way + " 不能为空", way + " needs at least one key");
        } else if (keys.stream().anyMatch(Key::many)) {
            node.fault(way + " 不能用 each", way + " can't use each");
        } else {
            ColumnType type = type(node.maybe("type"));
            boolean joined = node.has("join");
            List<Key> none = List.of();
            add(node, type, new Column("", type, "", Cleaning.NONE, joined ? none : keys, joined ? keys : none));
        }
    }

    private void add(SpecNode node, ColumnType type, Column column) {
        String name = node.need("name").text("");
        if (columns.stream().anyMatch(other -> other.name().equals(name))) {
            node.fault("列名重复：" + name, "column named twice: " + name);
        }
        columns.add(new Column(name, type, column.header(), column.cleaning(), column.firstOf(), column.join()));
    }

    /** By default texts and codes are trimmed and in lower case; other types stand as they are. */
    private Cleaning cleaning(SpecNode node, ColumnType type) {
        boolean words = type == ColumnType.TEXT || type == ColumnType.CODE || type == ColumnType.LIST;
        List<Cleaner> steps =
                node.has("clean") ? steps(node.maybe("clean")) : words ? this.steps.orElse(USUAL) : List.of();
        Set<String> missing = node.has("missing") ? missing(node.maybe("missing")) : this.missing;
        return new Cleaning(steps, missing, dates(node, type));
    }

    private static Optional<DatePattern> dates(SpecNode node, ColumnType type) {
        if (!node.has("format")) {
            return Optional.empty();
        }
        SpecNode format = node.maybe("format");
        Optional<DatePattern> pattern = DatePattern.of(format.text());
        if (type != ColumnType.DATE) {
            format.fault("只有 date 类型的列有 format", "only a column of type date has a format");
        } else if (pattern.isEmpty()) {
            format.fault(
                    "应为 yyyyMMdd、dd/MM/yyyy 之类，实为 " + format.text(),
                    "expected a pattern such as yyyyMMdd or dd/MM/yyyy, found " + format.text());
        }
        return pattern;
    }

    private static List<Cleaner> steps(SpecNode list) {
        List<Cleaner> steps = new ArrayList<>();
        for (SpecNode item : list.items()) {
            String word = item.text();
            Optional<Cleaner> step = Cleaner.find(word);
            if (step.isEmpty()) {
                item.fault(
                        "没有清理方法 " + word + "，可用：" + CLEANERS,
                        "there is no way to clean called " + word + ", expected one of " + CLEANERS);
            }
            step.ifPresent(steps::add);
        }
        return steps;
    }

    private static Set<String> missing(SpecNode list) {
        return list.items().stream()
                .map(item -> item.text().strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static ColumnType type(SpecNode node) {
        String word = node.text("text").strip();
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
        return column(node, node.text("").strip()).orElse(0);
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

    /** The key that is a column's whole value. */
    Key exact(int column) {
        return new Key(
                KeyFunction.EXACT, column, 0, 0, "exact(" + columns.get(column).name() + ")");
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
            String known = KeyFunction.known();
            node.fault(
                    "没有函数 " + matcher.group(1) + "，可用：" + known,
                    "there is no key function " + matcher.group(1) + ", expected one of " + known);
            return Optional.empty();
        }
        return key(node, function.get(), matcher.group(2), numbers(matcher.group(3)));
    }

    /** Numbers that the function doesn't take belong to the column's name, if that is what a column is called. */
    private Optional<Key> key(SpecNode node, KeyFunction function, String name, int[] numbers) {
        int extra = numbers.length - function.arguments();
        String whole = name;
        for (int i = 0; i < extra; i++) {
            whole += " " + numbers[i];
        }
        boolean named = extra > 0 && find(whole).isPresent();
        int[] taken = named ? Arrays.copyOfRange(numbers, extra, numbers.length) : numbers;
        return fits(node, function, taken)
                ? column(node, named ? whole : name)
                        .filter(place -> fits(node, function, columns.get(place)))
                        .map(place -> new Key(function, place, at(taken, 0), at(taken, 1), node.text()))
                : Optional.empty();
    }

    private static boolean fits(SpecNode node, KeyFunction function, int[] numbers) {
        if (numbers.length != function.arguments()) {
            node.fault(
                    function.word() + " 需要 " + function.arguments() + " 个数字",
                    function.word() + " takes " + function.arguments() + " number(s), found " + numbers.length);
            return false;
        }
        if (!function.takes(at(numbers, 0), at(numbers, 1))) {
            node.fault(
                    function.word() + " 的数字应从 1 起、由小到大：" + node.text(),
                    function.word() + " counts from 1, from the lower place to the higher, found " + node.text());
            return false;
        }
        return true;
    }

    private static boolean fits(SpecNode node, KeyFunction function, Column column) {
        boolean fits = !function.readsDates() || column.type() == ColumnType.DATE;
        if (!fits) {
            node.fault(
                    function.word() + " 只用于 date 类型的列，" + column.name() + " 不是",
                    function.word() + " reads a column of type date, which " + column.name() + " isn't");
        }
        return fits;
    }

    private Optional<Integer> column(SpecNode node, String name) {
        Optional<Integer> found = find(name);
        if (found.isEmpty()) {
            String known = columns.stream().map(Column::name).collect(Collectors.joining(", "));
            node.fault(
                    "没有名为 " + name + " 的列" + (known.isEmpty() ? "" : "，可用：" + known),
                    "no column is named " + name + (known.isEmpty() ? "" : ", expected one of " + known));
        }
        return found;
    }

    private Optional<Integer> find(String name) {
        return IntStream.range(0, columns.size())
                .filter(place -> columns.get(place).name().equals(name))
                .boxed()
                .findFirst();
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
