package org.guiyi.linkfile;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Locale;
import org.guiyi.matching.Clusters;
import org.guiyi.matching.Link;
import org.guiyi.matching.LinkageResult;

/** Writes what a linkage found as CSV in UTF-8; no value of a record stands in it but its name. */
final class ResultFiles {

    private ResultFiles() {}

    /** One line for each record: its cluster, numbered from 1, its name, file and row. */
    static void clusters(InputTables input, LinkageResult result, Path file) throws IOException {
        Clusters clusters = result.clusters();
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("cluster_id", "record_id", "file", "row", "cluster_size");
            for (int cluster = 0; cluster < clusters.count(); cluster++) {
                long[] members = clusters.members(cluster);
                for (long record : members) {
                    csv.writeRecord(
                            Integer.toString(cluster + 1),
                            input.name(record),
                            input.file(record),
                            Integer.toString(input.row(record)),
                            Integer.toString(members.length));
                }
            }
        }
    }

    /** One line for each pair at or above the review threshold, heaviest first. */
    static void pairs(InputTables input, LinkageResult result, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(
                    "record_a",
                    "record_b",
                    "match_weight",
                    "match_probability",
                    "decision",
                    "constraint",
                    "same_cluster");
            for (Link link : result.links()) {
                csv.writeRecord(
                        input.name(link.a()),
                        input.name(link.b()),
                        decimal(link.weight(), 3),
                        decimal(link.probability(), 6),
                        link.decision().name().toLowerCase(Locale.ROOT),
                        link.constraint().orElse(""),
                        result.clusters().together(link.a(), link.b()) ? "1" : "0");
            }
        }
    }

    private static String decimal(double number, int places) {
        return BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_UP).toPlainString();
    }
}
