/** Everything that leaves by e-mail, through one outbox: a code and a link, never anybody's words or name. */
@ApplicationModule(allowedDependencies = {"kernel", "ui"})
package org.haki.messages;

import org.springframework.modulith.ApplicationModule;
