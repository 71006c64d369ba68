/** Devices: phones with ODK Collect or KoboCollect, which fetch the organisation's forms and send what was filled in; how each is enrolled, watched and shut out. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "vault", "access", "forms", "surveys"})
package org.haki.devices;

import org.springframework.modulith.ApplicationModule;
