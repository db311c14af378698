package org.openengagement.embedded.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AdmissionTest {

    private final Admission admission = new Admission();

    @Test
    void of_too_many_strangers_the_first_goes_and_nobody_who_is_known() {
        EmbeddedChannel owner = arrived();
        admission.becameKnown(owner);
        List<EmbeddedChannel> strangers = new ArrayList<>();
        for (int stranger = 0; stranger < 10 * Admission.MOST_STRANGERS; stranger++) {
            strangers.add(arrived());
        }
        EmbeddedChannel late = arrived();
        admission.becameKnown(late);

        assertThat(owner.isOpen()).isTrue();
        assertThat(late.isOpen()).isTrue();
        assertThat(strangers.stream().filter(Channel::isOpen))
                .hasSizeLessThanOrEqualTo(Admission.MOST_STRANGERS)
                .contains(strangers.getLast())
                .doesNotContain(strangers.getFirst());
    }

    @Test
    void however_slowly_a_stranger_speaks_the_time_to_become_known_is_over() {
        EmbeddedChannel stranger = arrived();
        EmbeddedChannel owner = arrived();
        admission.becameKnown(owner);

        pass(stranger, Admission.SECONDS_AS_STRANGER - 1);
        pass(owner, Admission.SECONDS_AS_STRANGER - 1);
        assertThat(stranger.isOpen()).isTrue();
        pass(stranger, 2);
        pass(owner, 1000);

        assertThat(stranger.isOpen()).isFalse();
        assertThat(owner.isOpen()).isTrue();
    }

    @Test
    void those_who_leave_make_room_among_the_known_too() {
        List<EmbeddedChannel> known = new ArrayList<>();
        for (int each = 0; each < Admission.MOST_KNOWN; each++) {
            known.add(arrived());
            admission.becameKnown(known.getLast());
        }
        EmbeddedChannel oneTooMany = arrived();
        admission.becameKnown(oneTooMany);
        assertThat(oneTooMany.isOpen()).isFalse();

        known.getFirst().close().syncUninterruptibly();
        EmbeddedChannel next = arrived();
        admission.becameKnown(next);

        assertThat(next.isOpen()).isTrue();
    }

    private EmbeddedChannel arrived() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        admission.arrived(channel);
        return channel;
    }

    private static void pass(EmbeddedChannel channel, long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }
}
