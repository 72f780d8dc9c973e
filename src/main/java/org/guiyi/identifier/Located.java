package org.guiyi.identifier;

/**
 * The most exact region a text names.
 *
 * @param code two digits and 0000 for a province, four and 00 for a prefecture, six for a county, nine for a township
 * @param name the region's own name, without those above it
 */
public record Located(String code, String name) {

    private static final int TOWNSHIP = 9;

    public boolean isTownship() {
        return code.length() == TOWNSHIP;
    }

    public boolean isCounty() {
        return code.length() < TOWNSHIP && !code.endsWith("00");
    }

    /** The six digits of the county, prefecture or province. */
    public String regionCode() {
        return code.substring(0, 6);
    }
}
