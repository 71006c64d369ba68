package org.haki.access;

/** A newcomer chooses a second factor: an app, or a printed card. */
public record WelcomeFactorPage(AppFields app) {}
