package org.haki.activities;

import org.haki.kernel.Errors;

/** The form to write down what happened, on a page of its own. */
public record RecordActivityPage(ActivityScene scene, RecordActivity said, Errors errors) {}
