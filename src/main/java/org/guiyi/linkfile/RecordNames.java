package org.guiyi.linkfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What records are called: by the {@code record_id} column, or {@code file:row}. Records are numbered from 0 file by file;
 * only names that a column gives are kept.
 */
final class RecordNames {

    private final List<String> files = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private final boolean given;
    private String[] names = new String[0];
    private int[] rows = new int[1024];
    private int size;
    private boolean shared;

    /** @param given whether a column names the records */
    RecordNames(boolean given) {
        this.given = given;
    }

    /** Begins a file; its place among the files. */
    int file(String file) {
        files.add(file);
        firsts.add(size);
        return files.size() - 1;
    }

    /** The next record of the file; its number. */
    long add(int row, String name) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        if (given) {
            names = names.length == size ? Arrays.copyOf(names, rows.length) : names;
            names[size] = name;
        }
        rows[size] = row;
        return size++;
    }

    /** Names that several files use get the file's name before them; none, or one twice in a file, is refused. */
    void tellApart() {
        if (!given) {
            return;
        }
        for (int record = 0; record < size; record++) {
            if (names[record].isEmpty()) {
                throw refused(record, "record_id 为空", "the record_id is empty");
            }
        }
        if (distinct()) {
            return;
        }
        shared = true;
        Set<String> seen = new HashSet<>();
        for (int record = 0; record < size; record++) {
            if (!seen.add(name(record))) {
                throw refused(record, "record_id 在同一文件中重复", "the record_id stands twice in its file");
            }
        }
    }

    private LinkRefusedException refused(int record, String zh, String en) {
        String place = file(record) + ":" + rows[record];
        return new LinkRefusedException(place + "：" + zh, place + ": " + en);
    }

    private boolean distinct() {
        Set<String> seen = new HashSet<>();
        for (int record = 0; record < size; record++) {
            if (!seen.add(names[record])) {
                return false;
            }
        }
        return true;
    }

    String name(long record) {
        if (!given) {
            return file(record) + ":" + row(record);
        }
        String name = names[(int) record];
        return shared ? file(record) + "/" + name : name;
    }

    /** Whether names begin with their file's. */
    boolean shared() {
        return shared;
    }

    String file(long record) {
        int place = files.size() - 1;
        while (firsts.get(place) > record) {
            place--;
        }
        return files.get(place);
    }

    int row(long record) {
        return rows[(int) record];
    }

    List<String> files() {
        return files;
    }

    int size() {
        return size;
    }

    /** The numbers of the records by name. */
    Map<String, Long> numbers() {
        Map<String, Long> numbers = new HashMap<>();
        for (long record = 0; record < size; record++) {
            numbers.put(name(record), record);
        }
        return numbers;
    }
}
