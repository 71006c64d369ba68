/** Forms: the one engine of XForms and conditions, published versions of workbooks, what was answered and how it came about; knows nothing of cases. */
@ApplicationModule(allowedDependencies = {"kernel", "audit", "vault", "xlsform"})
package org.haki.forms;

import org.springframework.modulith.ApplicationModule;
