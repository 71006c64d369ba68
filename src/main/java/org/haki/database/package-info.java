/** The embedded PostgreSQL or the external one: launch, migrate, refuse wrong settings. */
@ApplicationModule(allowedDependencies = {"kernel"})
package org.haki.database;

import org.springframework.modulith.ApplicationModule;
