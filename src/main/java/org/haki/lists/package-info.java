/** The lists that an organisation keeps for its forms: the institutions it deals with and the places it works in. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit"})
package org.haki.lists;

import org.springframework.modulith.ApplicationModule;
