/** What keeps Haki running: routine jobs, backup and restore, the disk guard, the demonstration. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "database", "audit", "vault", "messages", "access", "entities", "people", "cases", "intake", "activities", "referrals", "reports"})
package org.haki.operations;

import org.springframework.modulith.ApplicationModule;
