/** Reports from every channel, through one door, and what becomes of them: a case, a part of one, advice, or nothing. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "vault", "messages", "access", "people", "cases"})
package org.haki.intake;

import org.springframework.modulith.ApplicationModule;
