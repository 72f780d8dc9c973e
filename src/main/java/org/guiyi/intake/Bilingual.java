package org.guiyi.intake;

/** A sentence for people, in Chinese and in English. */
public record Bilingual(String zh, String en) {

    public Bilingual and(Bilingual more) {
        return new Bilingual(zh + "；" + more.zh, en + "; " + more.en);
    }
}
