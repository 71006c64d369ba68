/** Keys and their wraps, sealed values, and search by tokens: what is read here was never in clear in the database. */
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
package org.haki.vault;

import org.springframework.modulith.ApplicationModule;
