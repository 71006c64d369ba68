package org.haki.database;

import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;

/** Real PostgreSQL in a folder of its own, for networks that take long to fill and are measured more than once. */
public final class KeptDatabase {

    private static KeptDatabase open;

    private final Credentials credentials;

    private KeptDatabase(Credentials credentials) {
        this.credentials = credentials;
    }

    /** Starts the one in this folder, made where there is none; it ends with this process. */
    public static synchronized KeptDatabase in(Path folder) {
        if (open == null) {
            var postgres = EmbeddedPostgres.in(DataFolder.take(folder));
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            postgres.start();
            EmbeddedRoles.make(postgres.credentials());
            open = new KeptDatabase(postgres.credentials());
            // a network is invented: no copy is kept of one that was filled by an older Haki
            Migrations.run(Database.inside(postgres.credentials(), "haki", true, () -> {}).owner());
        }
        return open;
    }

    /** As HAKI_DATABASE_URL takes it. */
    public String url() {
        return address("haki_app", credentials.app());
    }

    /** As HAKI_DATABASE_OWNER_URL takes it. */
    public String ownerUrl() {
        return address("haki_owner", credentials.owner());
    }

    /** Connections as the superuser, to whom no policy applies. */
    public PGSimpleDataSource superuser() {
        var superuser = EmbeddedRoles.superuser(credentials);
        superuser.setDatabaseName("haki");
        return superuser;
    }

    private String address(String user, String password) {
        return "jdbc:postgresql://127.0.0.1:" + credentials.port() + "/haki?user=" + user + "&password=" + password;
    }
}
