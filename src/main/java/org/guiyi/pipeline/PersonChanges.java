package org.guiyi.pipeline;

/**
 * What a publication does to persons.
 *
 * @param created persons that were not there before
 * @param joined persons that turned out to be another one, into whom they went
 * @param parted persons that turned out to be two, and were split
 * @param ended persons that are there no more, joined ones included
 * @param changed persons that stay, with another value or another number of records
 */
public record PersonChanges(long created, long joined, long parted, long ended, long changed) {

    static final PersonChanges NONE = new PersonChanges(0, 0, 0, 0, 0);
}
