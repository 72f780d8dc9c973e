package org.guiyi.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor seconds of this process and of its PostgreSQL, ended backends included: on a machine that others use as well, a
 * truer measure of work than the clock on the wall. Where there is no {@code /proc}, PostgreSQL's share is unknown and 0.
 */
final class CpuClock {

    private static final double TICKS = 100;
    private static final int STATE = 2;
    private static final int USER = 13;
    private static final int CHILDREN_SYSTEM = 16;

    private final long postmaster;

    CpuClock(long postmaster) {
        this.postmaster = postmaster;
    }

    /** Processor seconds so far. */
    record Reading(double java, double postgres) {

        Reading since(Reading before) {
            return new Reading(java - before.java, postgres - before.postgres);
        }

        double total() {
            return java + postgres;
        }
    }

    Reading read() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Reading(system.getProcessCpuTime() / 1e9, postgres());
    }

    private double postgres() {
        return seconds(postmaster)
                + ProcessHandle.of(postmaster).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToDouble(child -> seconds(child.pid()))
                        .sum();
    }

    /** User and system time of a process and of its ended children. */
    private static double seconds(long process) {
        Path stat = Path.of("/proc", Long.toString(process), "stat");
        try {
            String line = Files.readString(stat);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field = USER; field <= CHILDREN_SYSTEM; field++) {
                ticks += Long.parseLong(fields[field - STATE]);
            }
            return ticks / TICKS;
        } catch (IOException e) {
            return 0;
        }
    }
}
