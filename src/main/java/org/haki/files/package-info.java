/** Stored documents: recognised by their bytes, cleaned of what a camera writes into them, sealed under their case's key. */
@ApplicationModule(allowedDependencies = {"kernel", "audit", "vault"})
package org.haki.files;

import org.springframework.modulith.ApplicationModule;
