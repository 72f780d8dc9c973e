package org.guiyi.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.guiyi.protection.Message;

/** Where the trail begins after its oldest part was kept long enough. */
final class Horizon {

    private Horizon() {}

    /** @param until the time before which rows were taken away */
    static Message message(long position, byte[] mac, Instant until) {
        return Message.of("horizon")
                .add(position)
                .add(mac)
                .add(until.truncatedTo(ChronoUnit.MICROS).toString());
    }
}
