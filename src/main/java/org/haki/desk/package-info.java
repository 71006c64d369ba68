/** Pages that put several modules side by side: Today, the case page and its printed history, search. */
@ApplicationModule(
        allowedDependencies = {
            "kernel", "ui", "audit", "vault", "messages", "access", "people", "cases", "intake", "activities", "reports"
        })
package org.haki.desk;

import org.springframework.modulith.ApplicationModule;
