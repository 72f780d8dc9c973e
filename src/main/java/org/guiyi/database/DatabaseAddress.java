package org.guiyi.database;

/**
 * Where a PostgreSQL is reached.
 *
 * @param url JDBC address, without user and password
 * @param user the application's role
 * @param password its password
 * @param owner the role that migrates
 * @param ownerPassword its password
 */
public record DatabaseAddress(String url, String user, String password, String owner, String ownerPassword) {

    @Override
    public String toString() {
        return "DatabaseAddress[" + url + "]";
    }
}
