package org.haki.access;

/** Where somebody signs in from, for the list each person can read: network address, browser, and the request's id. */
record From(String address, String agent, String request) {}
