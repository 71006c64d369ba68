package org.haki.access;

/** Leaving the network: what ends with it. */
public record NetworkLeavingPage(Network network, Ends ends) {

    /**
     * How much is open.
     *
     * @param shown how many windows others have onto one's own cases
     * @param seen  how many one has onto theirs
     * @param led   how many of those one leads
     */
    public record Ends(int shown, int seen, int led) {}
}
