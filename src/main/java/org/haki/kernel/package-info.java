/** Words every module speaks: who acts, the one door to the database, refusals, codes, dates with precision; no tables of its own. */
@ApplicationModule(allowedDependencies = {})
package org.haki.kernel;

import org.springframework.modulith.ApplicationModule;
