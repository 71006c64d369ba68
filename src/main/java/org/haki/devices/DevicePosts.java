package org.haki.devices;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.forms.InstanceHead;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.surveys.Receipt;
import org.haki.surveys.ReceivedInstance;
import org.haki.surveys.Survey;
import org.haki.surveys.SurveySubmissions;
import org.haki.surveys.Surveys;
import org.haki.vault.KeyKind;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;

/**
 * What devices send: handed on to the module that keeps forms, or refused and kept in quarantine as it came. The same sent again
 * is the same, whether it was kept or refused.
 */
@Service
class DevicePosts {

    static final String FILL = "form.fill";
    private static final String READ = "form.read";
    private static final String DESTROY = "form.destroy";
    private static final String RAW = "device.post";
    private static final int MOST_IN_QUARANTINE = 200;
    private static final int LARGEST_IN_QUARANTINE = 5_000_000;

    /** What became of a post: kept, with something to look at or not, or the reason why not. */
    record Taken(Refusal refused, boolean odd) {}

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Surveys surveys;
    private final SurveySubmissions submissions;
    private final DeviceRepository devices;
    private final LastHeard heard;
    private final Clock clock;

    DevicePosts(Work work, Audit audit, Vault vault, Surveys surveys, SurveySubmissions submissions, DeviceRepository devices, LastHeard heard,
            Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.surveys = surveys;
        this.submissions = submissions;
        this.devices = devices;
        this.heard = heard;
        this.clock = clock;
    }

    /** A device asks whether it may send. */
    void ready(AtDevice at, String agent) {
        work.as(at.actor(), FILL, () -> heard.of(at.id(), Devices.brief(agent)));
    }

    Taken take(AtDevice at, Post post) {
        return work.as(at.actor(), FILL, () -> {
            heard.of(at.id(), post.agent());
            var head = InstanceHead.of(post.xml()).orElse(null);
            if (head == null) {
                return refuse(at, post, null, Refusal.UNREADABLE);
            }
            var survey = surveys.named(at.actor(), head.formId()).filter(form -> form.state() != Survey.State.DRAFT).orElse(null);
            if (survey == null) {
                return refuse(at, post, null, Refusal.NO_FORM);
            }
            var version = surveys.versions(at.actor(), survey.id()).stream().filter(one -> one.label().equals(head.version())).findFirst().orElse(null);
            if (version == null) {
                return refuse(at, post, survey.id(), Refusal.NO_VERSION);
            }
            var receipt = submissions.receive(at.actor(), new ReceivedInstance(version, at.office(), post.xml(), post.files(), "device", post.calls(),
                    clock.instant()), Op.own());
            return receipt.sheet() == null ? refuse(at, post, survey.id(), Refusal.of(receipt.outcome())) : keep(at, post, survey.id(), receipt);
        });
    }

    /** What was refused, just as it came, for whoever may read what was filled in at that office. */
    byte[] raw(Actor actor, UUID device, UUID id) {
        return work.as(actor, READ, () -> {
            var post = kept(actor, READ, device, id);
            audit.note("device.raw", post.id(), "");
            return vault.openBytes(post.key(), post.id(), RAW, post.raw());
        });
    }

    /** Destroys what was refused, for good. */
    void destroy(Actor actor, UUID device, UUID id, Op op) {
        work.once(actor, DESTROY, op, () -> {
            var post = kept(actor, DESTROY, device, id);
            settle(post);
            audit.note("device.destroyed", post.id(), "");
            return "";
        });
    }

    private DevicePost kept(Actor actor, String verb, UUID device, UUID id) {
        return devices.post(device, id).filter(post -> post.raw() != null && actor.may(verb, post.office())).orElseThrow(Problem::notFound);
    }

    private Taken keep(AtDevice at, Post post, UUID survey, Receipt receipt) {
        var mark = sum(post.xml());
        int wrongs = receipt.wrongs() + post.lying();
        var before = devices.marked(at.id(), mark).orElse(null);
        if (before != null && before.key() != null) {
            settle(before);
            before = null;
        }
        boolean odd = wrongs > 0 || before != null && before.wrongs() > 0;
        if (odd || receipt.awaited() > 0) {
            devices.keep(new DevicePost(Id.next(), at.id(), at.office(), mark, survey, receipt.sheet(), "", wrongs, receipt.awaited(), null,
                    clock.instant(), 1, null, null));
        } else if (before != null) {
            settle(before);
        }
        return new Taken(null, odd);
    }

    private Taken refuse(AtDevice at, Post post, UUID survey, Refusal why) {
        var mark = sum(post.xml());
        boolean keeps = devices.marked(at.id(), mark).isEmpty() && post.xml().length <= LARGEST_IN_QUARANTINE
                && devices.refusedOf(at.id()) < MOST_IN_QUARANTINE;
        var id = Id.next();
        var key = keeps ? vault.newKey(KeyKind.CASE) : null;
        var kept = devices.keep(new DevicePost(id, at.id(), at.office(), mark, survey, null, why.key(), 0, 0, null, clock.instant(), 1, key,
                keeps ? vault.seal(key, id, RAW, post.xml()) : null));
        audit.note("device.refused", kept, why.key());
        return new Taken(why, false);
    }

    private void settle(DevicePost post) {
        devices.settle(post.device(), post.mark());
        if (post.key() != null) {
            vault.destroy(post.key());
        }
    }

    private static byte[] sum(byte[] xml) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(xml);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
