package org.guiyi.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/**
 * The parts of an Office Open XML package (ECMA-376 part 2) and their relations.
 *
 * <p>Not POI's: that one loads relations and styles as trees, unbounded in memory, and its limits are global to the
 * process. Part names are compared as the standard says, ignoring case; backslashes of careless writers are mended.
 */
final class OfficePackage implements Closeable {

    private static final int MOST_RELATIONS = 20_000;

    private final ReadingLimits limits;
    private final InflationGuard.Inflated inflated = new InflationGuard.Inflated();
    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();

    OfficePackage(Path file, ReadingLimits limits) throws IOException {
        this.limits = limits;
        ZipDirectory.check(file, limits);
        this.zip = new ZipFile(file.toFile(), ZipFile.OPEN_READ, StandardCharsets.ISO_8859_1);
        try {
            index();
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void index() {
        if (zip.size() > limits.entries()) {
            throw Refusals.zipBomb("条目超过 " + limits.entries() + " 个", "over " + limits.entries() + " entries");
        }
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
            if (parts.put(key(entry.getName()), entry) != null) {
                throw Refusals.malformed("内部部件重名", "two of its parts have the same name");
            }
        });
    }

    private static String key(String name) {
        String path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return path.startsWith("/") ? path.substring(1) : path;
    }

    boolean has(String part) {
        return parts.containsKey(key(part));
    }

    /** Opens a part for reading; all its bytes count against the limits, as often as it is opened. */
    XmlCursor open(String part) throws IOException, XMLStreamException {
        ZipEntry entry = parts.get(key(part));
        if (entry == null) {
            throw Refusals.malformed("缺少内部部件", "one of its parts is missing");
        }
        return new XmlCursor(new InflationGuard(zip.getInputStream(entry), entry, limits, inflated));
    }

    /**
     * A relation inside of the package.
     *
     * @param type the last word of the relation's type, which transitional and strict OOXML share
     * @param target the name of the part it leads to
     */
    record Relation(String id, String type, String target) {}

    /** The relations of a part, {@code ""} being the package itself; those that lead outside are left out. */
    List<Relation> relations(String part) throws IOException, XMLStreamException {
        int slash = part.lastIndexOf('/') + 1;
        String relations = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        List<Relation> found = new ArrayList<>();
        if (has(relations)) {
            try (XmlCursor xml = open(relations)) {
                readRelations(xml, part.substring(0, slash), found);
            }
        }
        return found;
    }

    /** The part that a relation of a type leads to. */
    Optional<String> related(String part, String type) throws IOException, XMLStreamException {
        return relations(part).stream()
                .filter(relation -> relation.type().equals(type))
                .map(Relation::target)
                .filter(this::has)
                .findFirst();
    }

    private static void readRelations(XmlCursor xml, String folder, List<Relation> found) throws XMLStreamException {
        for (int event = xml.next(); event != XmlCursor.END_OF_PART; event = xml.next()) {
            if (event != XmlCursor.START || !xml.name().equals("Relationship")) {
                continue;
            }
            if (found.size() == MOST_RELATIONS) {
                throw Refusals.malformed("内部关系过多", "it has too many relations");
            }
            if (!xml.attribute("TargetMode", "Internal").equals("External")) {
                String type = xml.attribute("Type", "");
                found.add(new Relation(
                        xml.attribute("Id", ""),
                        type.substring(type.lastIndexOf('/') + 1),
                        resolve(folder, xml.attribute("Target", ""))));
            }
        }
    }

    private static String resolve(String folder, String target) {
        String path = decode(target.replace('\\', '/'));
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (path.startsWith("/") ? path : folder + path).split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    private static String decode(String target) {
        try {
            return target.indexOf('%') < 0
                    ? target
                    : URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return target;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
