/** A library of its own: an XLSForm workbook becomes an ODK XForm, or every problem at its cell; no Spring and no Haki in it. */
@ApplicationModule(allowedDependencies = {})
package org.haki.xlsform;

import org.springframework.modulith.ApplicationModule;
