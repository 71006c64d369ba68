/** The trail of who read and did what: append-only, one hash chain for each organisation, and its proof. */
@ApplicationModule(allowedDependencies = {"kernel"})
package org.haki.audit;

import org.springframework.modulith.ApplicationModule;
