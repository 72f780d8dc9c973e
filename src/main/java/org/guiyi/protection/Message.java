package org.guiyi.protection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The parts of what is signed, each with its length before it, so that no two lists of parts read alike. */
public final class Message {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

    /** @param purpose what is signed, so that a signature for one thing never holds for another */
    public static Message of(String purpose) {
        return new Message().add(purpose);
    }

    public Message add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    public Message add(long number) {
        return add(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    public Message add(byte[] part) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        bytes.writeBytes(part);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
