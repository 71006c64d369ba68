/** How pages look and speak: layouts, fields, words of each language, dates, refusals as pages. */
@ApplicationModule(allowedDependencies = {"kernel"})
package org.haki.ui;

import org.springframework.modulith.ApplicationModule;
