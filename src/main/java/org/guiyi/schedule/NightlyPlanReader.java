package org.guiyi.schedule;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.guiyi.feed.DefinitionFault;
import org.guiyi.feed.DefinitionFaults;
import org.guiyi.feed.DefinitionFaultsException;
import org.guiyi.feed.FeedId;
import org.guiyi.schedule.NightlyPlan.Expected;
import org.guiyi.schedule.NightlyPlan.ReportTo;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code nightly.yaml} to its end and gathers all its faults. */
final class NightlyPlanReader {

    private static final String NAME = "nightly.yaml";
    private static final Pattern MAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+");
    private static final int LAST_DUE_DAY = 28;
    private static final int MOST_GRACE = 60;

    private final Set<FeedId> feeds;
    private final List<DefinitionFault> faults = new ArrayList<>();

    private NightlyPlanReader(Set<FeedId> feeds) {
        this.feeds = feeds;
    }

    /**
     * @param feeds the feeds that are defined
     * @throws DefinitionFaultsException with every fault of the file
     */
    static NightlyPlan read(Path jobs, Set<FeedId> feeds) {
        NightlyPlanReader reader = new NightlyPlanReader(feeds);
        Path file = jobs.resolve(NAME);
        Optional<NightlyPlan> plan = Optional.empty();
        if (Files.isRegularFile(file)) {
            plan = reader.parse(file);
        } else {
            reader.fault(1, "没有这个文件：请写明 cron、zone、inbox", "there is no such file: it tells cron, zone and inbox");
        }
        if (!reader.faults.isEmpty() || plan.isEmpty()) {
            throw new DefinitionFaultsException(new DefinitionFaults(reader.faults));
        }
        return plan.get();
    }

    private Optional<NightlyPlan> parse(Path file) {
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setLabel(NAME).build()).composeString(Files.readString(file));
            return root.flatMap(this::plan);
        } catch (MarkedYamlEngineException e) {
            fault(
                    e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1),
                    "不是 YAML：" + e.getProblem(),
                    "not YAML: " + e.getProblem());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the plan of the nights cannot be read: " + file, e);
        }
    }

    private Optional<NightlyPlan> plan(Node root) {
        Map<String, Node> fields = fields(root, Set.of("cron", "zone", "inbox", "retention", "expected", "report"));
        Optional<ZoneId> zone = text(fields, "zone", root).flatMap(text -> zone(fields, text));
        Optional<String> cron = cron(fields, "cron", root);
        Optional<String> inbox = text(fields, "inbox", root);
        Optional<String> retention =
                fields.containsKey("retention") ? cron(fields, "retention", root) : Optional.empty();
        List<Expected> expected = new ArrayList<>();
        items(fields.get("expected")).forEach(item -> expected(item).ifPresent(expected::add));
        ReportTo report = fields.containsKey("report") ? report(fields.get("report")) : ReportTo.NOBODY;
        return zone.isPresent() && cron.isPresent() && inbox.isPresent()
                ? Optional.of(
                        new NightlyPlan(cron.get(), zone.get(), Path.of(inbox.get()), retention, expected, report))
                : Optional.empty();
    }

    private Optional<Expected> expected(Node item) {
        Map<String, Node> fields = fields(item, Set.of("feed", "scopes", "due_day", "grace_days"));
        Optional<FeedId> feed = text(fields, "feed", item).flatMap(text -> feed(fields, text));
        int due = number(fields, "due_day", item, 1, LAST_DUE_DAY);
        int grace = fields.containsKey("grace_days") ? number(fields, "grace_days", item, 0, MOST_GRACE) : 0;
        List<String> scopes = items(fields.get("scopes")).stream()
                .filter(ScalarNode.class::isInstance)
                .map(scope -> ((ScalarNode) scope).getValue())
                .toList();
        return feed.map(id -> new Expected(id, scopes, due, grace));
    }

    private ReportTo report(Node item) {
        Map<String, Node> fields = fields(item, Set.of("mail", "webhook", "when"));
        List<String> mail = new ArrayList<>();
        items(fields.get("mail")).forEach(address -> mail(address).ifPresent(mail::add));
        Optional<URI> webhook = fields.containsKey("webhook")
                ? text(fields, "webhook", item).flatMap(text -> webhook(fields, text))
                : Optional.empty();
        ReportTo.When when = fields.containsKey("when")
                ? text(fields, "when", item).map(text -> when(fields, text)).orElse(ReportTo.When.ALWAYS)
                : ReportTo.When.ALWAYS;
        return new ReportTo(mail, webhook, when);
    }

    private Optional<String> mail(Node item) {
        String text = item instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
        if (MAIL.matcher(text).matches()) {
            return Optional.of(text);
        }
        fault(item, "不是邮箱地址：“" + text + "”", "“" + text + "” is not a mail address");
        return Optional.empty();
    }

    private Optional<URI> webhook(Map<String, Node> fields, String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // Told below, as for every other text that is no address.
        }
        fault(
                fields.get("webhook"),
                "不是网址：“" + text + "”，写作 https://…",
                "“" + text + "” is not an address; write https://…");
        return Optional.empty();
    }

    private ReportTo.When when(Map<String, Node> fields, String text) {
        if (text.equals("trouble")) {
            return ReportTo.When.TROUBLE;
        }
        if (!text.equals("always")) {
            fault(fields.get("when"), "when 是 always 或 trouble", "when is always or trouble");
        }
        return ReportTo.When.ALWAYS;
    }

    private Optional<FeedId> feed(Map<String, Node> fields, String text) {
        Optional<FeedId> feed = FeedId.tryOf(text).filter(feeds::contains);
        if (feed.isEmpty()) {
            fault(fields.get("feed"), "没有名册 " + text, "there is no feed " + text);
        }
        return feed;
    }

    private Optional<ZoneId> zone(Map<String, Node> fields, String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            fault(
                    fields.get("zone"),
                    "没有时区 " + text + "，如 Asia/Shanghai",
                    "there is no time zone " + text + ", try Asia/Shanghai");
            return Optional.empty();
        }
    }

    private Optional<String> cron(Map<String, Node> fields, String name, Node within) {
        return text(fields, name, within).filter(text -> isCron(fields, name, text));
    }

    private boolean isCron(Map<String, Node> fields, String name, String text) {
        try {
            return new CronSchedule(text).getPattern().equals(text);
        } catch (IllegalArgumentException e) {
            fault(
                    fields.get(name),
                    "不是 cron：“" + text + "”。写作 秒 分 时 日 月 周，如 0 0 2 * * *",
                    "“" + text + "” is not cron: second minute hour day month weekday, like 0 0 2 * * *");
            return false;
        }
    }

    private int number(Map<String, Node> fields, String name, Node within, int least, int most) {
        String text = text(fields, name, within).orElse("1");
        int value = text.matches("\\d{1,2}") ? Integer.parseInt(text) : -1;
        if (value >= least && value <= most) {
            return value;
        }
        fault(
                fields.get(name),
                name + " 应为 " + least + " 到 " + most + " 的整数",
                name + " takes a whole number from " + least + " to " + most);
        return 1;
    }

    private Map<String, Node> fields(Node node, Set<String> known) {
        Map<String, Node> fields = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            fault(node, "应为 名称: 值", "expected name: value");
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            if (known.contains(name)) {
                fields.put(name, tuple.getValueNode());
            } else {
                fault(tuple.getKeyNode(), "不认识“" + name + "”", "“" + name + "” is not known here");
            }
        }
        return fields;
    }

    private Optional<String> text(Map<String, Node> fields, String name, Node within) {
        Node node = fields.get(name);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        fault(node == null ? within : node, "缺少 " + name, name + " is missing");
        return Optional.empty();
    }

    private static List<Node> items(@Nullable Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    private void fault(@Nullable Node at, String zh, String en) {
        fault(at == null ? 1 : at.getStartMark().map(mark -> mark.getLine() + 1).orElse(1), zh, en);
    }

    private void fault(int line, String zh, String en) {
        faults.add(new DefinitionFault(NAME, line, 1, "NIGHTLY_PLAN", zh, en));
    }
}
