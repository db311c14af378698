package org.openengagement.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.store.DatabaseUnderTest;
import org.openengagement.ledger.store.mongo.Bookmarks;

/** What the token store keeps, whatever database it stands on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class LedgerTokenStoreContract implements DatabaseUnderTest {

    private static final String SWEEPER = "sweeper";
    private static final TrackingToken SEVEN = new GlobalSequenceTrackingToken(7);

    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-03-01T09:15:00Z"));
    private MongoClient client;
    private MongoDatabase database;
    private TokenStore here;
    private TokenStore there;

    @BeforeEach
    void two_nodes() {
        client = MongoClients.create(connectionString());
        database = client.getDatabase("contract-" + UUID.randomUUID());
        here = tokens("here");
        there = tokens("there");
    }

    @AfterEach
    void clean_up() {
        forget(database);
        client.close();
    }

    @Test
    void a_token_is_found_as_it_was_stored() {
        here.initializeTokenSegments(SWEEPER, 2, null);
        assertThat(here.fetchSegments(SWEEPER)).containsExactly(0, 1);
        assertThat(here.fetchToken(SWEEPER, 0)).isNull();

        here.storeToken(SEVEN, SWEEPER, 0);
        here.releaseClaim(SWEEPER, 0);

        assertThat(there.fetchToken(SWEEPER, 0)).isEqualTo(SEVEN);
        assertThat(there.fetchToken(SWEEPER, 1)).isNull();
    }

    @Test
    void a_replay_that_was_interrupted_goes_on_as_a_replay() {
        TrackingToken replay = ReplayToken.createReplayToken(SEVEN, new GlobalSequenceTrackingToken(2));
        here.initializeTokenSegments(SWEEPER, 1, replay);

        assertThat(here.fetchToken(SWEEPER, 0)).isEqualTo(replay);
    }

    @Test
    void what_a_node_holds_no_other_can_take_until_it_lets_go() {
        here.initializeTokenSegments(SWEEPER, 1, SEVEN);
        assertThat(here.fetchToken(SWEEPER, 0)).isEqualTo(SEVEN);

        assertThatExceptionOfType(UnableToClaimTokenException.class).isThrownBy(() -> there.fetchToken(SWEEPER, 0));
        assertThatExceptionOfType(UnableToClaimTokenException.class)
                .isThrownBy(() -> there.storeToken(SEVEN, SWEEPER, 0));
        assertThatExceptionOfType(UnableToClaimTokenException.class).isThrownBy(() -> there.extendClaim(SWEEPER, 0));
        assertThatExceptionOfType(UnableToClaimTokenException.class).isThrownBy(() -> there.deleteToken(SWEEPER, 0));
        assertThat(there.fetchAvailableSegments(SWEEPER)).isEmpty();
        there.releaseClaim(SWEEPER, 0);
        here.extendClaim(SWEEPER, 0);

        here.releaseClaim(SWEEPER, 0);
        assertThat(there.fetchAvailableSegments(SWEEPER))
                .extracting(Segment::getSegmentId)
                .containsExactly(0);
        assertThat(there.fetchToken(SWEEPER, 0)).isEqualTo(SEVEN);
    }

    @Test
    void what_a_dead_node_held_is_free_after_a_while_and_the_dead_node_cannot_store_any_more() {
        here.initializeTokenSegments(SWEEPER, 1, null);
        assertThat(here.fetchToken(SWEEPER, 0)).isNull();

        clock.updateAndGet(now -> now.plusSeconds(11));

        assertThat(there.fetchToken(SWEEPER, 0)).isNull();
        assertThatExceptionOfType(UnableToClaimTokenException.class)
                .isThrownBy(() -> here.storeToken(SEVEN, SWEEPER, 0));
    }

    @Test
    void a_segment_is_placed_once_and_removed_by_its_holder() {
        here.initializeSegment(SEVEN, SWEEPER, 0);

        assertThatExceptionOfType(UnableToInitializeTokenException.class)
                .isThrownBy(() -> there.initializeSegment(null, SWEEPER, 0));
        assertThatExceptionOfType(UnableToClaimTokenException.class)
                .isThrownBy(() -> there.initializeTokenSegments(SWEEPER, 1));
        assertThat(here.fetchToken(SWEEPER, 0)).isEqualTo(SEVEN);
        here.deleteToken(SWEEPER, 0);
        assertThat(here.fetchSegments(SWEEPER)).isEmpty();
    }

    @Test
    void a_token_of_another_kind_is_refused() {
        here.initializeTokenSegments(SWEEPER, 1, null);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> here.storeToken(GapAwareTrackingToken.newInstance(1, Set.of()), SWEEPER, 0));
        assertThatExceptionOfType(UnableToClaimTokenException.class).isThrownBy(() -> here.fetchToken("nobody", 0));
    }

    private TokenStore tokens(String node) {
        return new LedgerTokenStore(new Bookmarks(database, clock::get, node, Duration.ofSeconds(10)));
    }
}
