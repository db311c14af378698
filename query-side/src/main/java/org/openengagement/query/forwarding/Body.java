package org.openengagement.query.forwarding;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicBoolean;

/** The body of a request that is sent on. */
sealed interface Body {

    /** Its bytes, as the next node is to get them. */
    BodyPublisher bytes();

    /** Whether another node could still be given it whole. */
    boolean isWhole();

    /** One that is held here, so that it can be given to one node after the other. */
    final class Held implements Body {

        private final byte[] content;

        Held(byte[] content) {
            this.content = content;
        }

        @Override
        public BodyPublisher bytes() {
            return BodyPublishers.ofByteArray(content);
        }

        @Override
        public boolean isWhole() {
            return true;
        }
    }

    /**
     * One that is too long to be held: it passes through as the client sends it, and is asked for only by a node that takes
     * it. So it is whole until then, and no longer.
     */
    final class Passing implements Body {

        private final HttpServletRequest request;
        private final AtomicBoolean asked = new AtomicBoolean();

        Passing(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public BodyPublisher bytes() {
            BodyPublisher passing = BodyPublishers.ofInputStream(this::open);
            long length = request.getContentLengthLong();
            return length > 0 ? BodyPublishers.fromPublisher(passing, length) : passing;
        }

        private InputStream open() {
            asked.set(true);
            try {
                return request.getInputStream();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        @Override
        public boolean isWhole() {
            return !asked.get();
        }
    }
}
