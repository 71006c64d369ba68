/** Questions: how the questions of a form look on a page, for case sheets and for an organisation's own forms alike, and what was typed into them. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "forms", "xlsform"})
package org.haki.questions;

import org.springframework.modulith.ApplicationModule;
