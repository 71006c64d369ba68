/** The lists that an organisation keeps for its forms: the institutions it deals with, the places it works in, the communities people say they are of. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "access", "forms", "xlsform"})
package org.haki.lists;

import org.springframework.modulith.ApplicationModule;
