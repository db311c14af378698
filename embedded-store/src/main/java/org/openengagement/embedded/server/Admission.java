package org.openengagement.embedded.server;

import io.netty.channel.Channel;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Who may be connected. A stranger becomes known by the owner's word or by a login, within {@value #SECONDS_AS_STRANGER} s;
 * of {@value #MOST_STRANGERS} strangers the one who came first goes when another comes. So however many come, they take no place
 * from those who are known, and always let the owner in, who says the word with the first message.
 */
final class Admission {

    static final int MOST_STRANGERS = 64;
    static final int MOST_KNOWN = 500;
    static final int SECONDS_AS_STRANGER = 60;

    private final SequencedSet<Channel> strangers = new LinkedHashSet<>();
    private final Set<Channel> known = new HashSet<>();

    /** A connection has been made. */
    @SuppressWarnings("FutureReturnValueIgnored") // whether a stranger's connection closes well is nobody's concern
    void arrived(Channel channel) {
        channel.closeFuture().addListener(closed -> left(channel));
        Channel first = null;
        synchronized (this) {
            strangers.add(channel);
            if (strangers.size() > MOST_STRANGERS) {
                first = strangers.removeFirst();
            }
        }
        if (first != null) {
            first.close();
        }
        channel.eventLoop().schedule(() -> closeStranger(channel), SECONDS_AS_STRANGER, TimeUnit.SECONDS);
    }

    /** A connection is the owner's. */
    @SuppressWarnings("FutureReturnValueIgnored") // one too many may close as it likes
    void becameKnown(Channel channel) {
        boolean tooMany;
        synchronized (this) {
            if (!strangers.remove(channel)) {
                return;
            }
            tooMany = known.size() >= MOST_KNOWN;
            if (!tooMany) {
                known.add(channel);
            }
        }
        if (tooMany) {
            channel.close();
        }
    }

    private synchronized void left(Channel channel) {
        strangers.remove(channel);
        known.remove(channel);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whether a stranger's connection closes well is nobody's concern
    private void closeStranger(Channel channel) {
        boolean still;
        synchronized (this) {
            still = strangers.contains(channel);
        }
        if (still) {
            channel.close();
        }
    }
}
