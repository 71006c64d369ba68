package org.haki.access;

import java.util.List;
import org.haki.kernel.Errors;

/**
 * The network of the organisation, or how to start one.
 *
 * @param network  {@code null} where it is in none
 * @param join     where others ask to join, for the keeper; {@code null} for anybody else
 * @param partners the other organisations, for whoever is not the keeper
 * @param members  all organisations, for the keeper
 */
public record NetworkPage(
        Network network,
        String join,
        List<Partner> partners,
        List<NetworkMember> members,
        List<JoinRequest> requests,
        String typed,
        Errors errors) {

    public List<JoinRequest> waiting() {
        return requests.stream().filter(request -> request.waiting() && !request.suspect()).toList();
    }

    public List<JoinRequest> suspect() {
        return requests.stream().filter(request -> request.waiting() && request.suspect()).toList();
    }

    public List<JoinRequest> decided() {
        return requests.stream().filter(request -> !request.waiting()).toList();
    }
}
