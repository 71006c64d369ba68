/** The case file: type, code, lifecycle, team, parties, notes, consent, closing and verification. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "vault", "messages", "access", "people", "files", "forms", "xlsform"})
package org.haki.cases;

import org.springframework.modulith.ApplicationModule;
