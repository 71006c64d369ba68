package org.haki.access;

import org.haki.kernel.Errors;

/** Another authenticator app for oneself. */
public record MyAppPage(AppFields app, Errors errors) {}
