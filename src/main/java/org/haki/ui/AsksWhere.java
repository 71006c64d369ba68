package org.haki.ui;

/** A page that may ask where somebody is: there, and nowhere else, the browser is allowed to say it. */
public interface AsksWhere {

    boolean asksWhere();
}
