package org.haki.activities;

import org.haki.kernel.Errors;

/** The form to plan something. */
public record PlanActivityPage(ActivityScene scene, PlanActivity said, Errors errors) {}
