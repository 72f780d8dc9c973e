package org.guiyi.pipeline;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A place where the durability harness may end this process at once, as a power cut would: the system property
 * {@code guiyi.fault} names the place, and after {@code #} the how manieth time it is reached counts (the first, if not said).
 * Reached once per step, never per row.
 */
final class FaultPoint {

    private static final Fault FAULT = Fault.of(System.getProperty("guiyi.fault", ""));
    private static final AtomicInteger REACHED = new AtomicInteger();
    private static final int KILLED = 137;

    private FaultPoint() {}

    static void reach(String place) {
        if (FAULT.place().equals(place) && REACHED.incrementAndGet() == FAULT.time()) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private record Fault(String place, int time) {

        static Fault of(String property) {
            int sign = property.indexOf('#');
            return sign < 0
                    ? new Fault(property, 1)
                    : new Fault(property.substring(0, sign), Integer.parseInt(property.substring(sign + 1)));
        }
    }
}
