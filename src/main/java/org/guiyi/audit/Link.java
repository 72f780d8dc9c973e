package org.guiyi.audit;

import org.guiyi.protection.Message;

/** What a seal vouches for: its place, the row there with that row's own digest, and the seal before it. */
record Link(long position, byte[] before, long eventId, byte[] eventMac) {

    /** What stands before the first seal. */
    static final byte[] NOTHING = {};

    Message message() {
        return Message.of("seal").add(position).add(before).add(eventId).add(eventMac);
    }
}
