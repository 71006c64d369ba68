package org.haki.database;

import java.util.List;
import org.haki.kernel.Command;
import org.springframework.stereotype.Component;

/** {@code bin/haki database roles}: what a DBA runs before Haki meets a PostgreSQL of somebody's own. */
@Component("database roles")
class RolesCommand implements Command {

    @Override
    public int run(List<String> arguments) {
        System.out.print(EmbeddedRoles.sql());
        System.out.println("""

                -- Then, with passwords of your own:
                -- alter role haki_owner password '…';
                -- alter role haki_app password '…';
                -- create database haki owner haki_owner encoding 'UTF8' locale 'C.UTF-8' template template0;""");
        return 0;
    }
}
