package org.openengagement.embedded.server;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import org.openengagement.embedded.server.commands.CommandsByName;
import org.openengagement.embedded.server.login.Credentials;
import org.openengagement.embedded.server.login.Login;
import org.openengagement.embedded.server.wire.AnswerBson;
import org.openengagement.embedded.storage.files.DamagedStoreException;
import org.openengagement.embedded.storage.files.NotWrittenException;
import org.openengagement.embedded.storage.index.DuplicateKeyError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: a message, its answer, then the next. Until it has logged in it may say hello and log in, no more, and
 * after one false proof it is closed. Documents never reach the log.
 */
final class Conversation extends SimpleChannelInboundHandler<ClientRequest> {

    private static final Logger log = LoggerFactory.getLogger(Conversation.class);

    /** A driver waits for each answer before it asks again; one who does not is not read for a while. */
    private static final int MOST_WAITING = 2;

    private final Login login;
    private final Credentials credentials;
    private final Admission admission;
    private final CommandsByName commands;
    private final ExecutorService workers;
    private final Deque<ClientRequest> waiting = new ArrayDeque<>();
    private boolean busy;

    Conversation(
            Login login,
            Credentials credentials,
            Admission admission,
            CommandsByName commands,
            ExecutorService workers) {
        this.login = login;
        this.credentials = credentials;
        this.admission = admission;
        this.commands = commands;
        this.workers = workers;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        waiting.add(request);
        context.channel().config().setAutoRead(waiting.size() < MOST_WAITING);
        if (!busy) {
            answerNext(context);
        }
    }

    /** Runs on the connection's own loop; the answer itself is worked out elsewhere, since it may wait for the disk. */
    private void answerNext(ChannelHandlerContext context) {
        ClientRequest request = waiting.poll();
        busy = request != null;
        if (request != null) {
            workers.execute(() -> work(context, request));
        }
    }

    /** An error of the machine itself leaves nothing to answer: the connection ends, so that nobody waits for it. */
    @SuppressWarnings("FutureReturnValueIgnored") // a connection that is given up may close as it likes
    private void work(ChannelHandlerContext context, ClientRequest request) {
        boolean answered = false;
        try {
            Document answer = answer(request);
            context.executor().execute(() -> send(context, request, answer));
            answered = true;
        } finally {
            if (!answered) {
                context.close();
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes the connection, which its listener does
    private void send(ChannelHandlerContext context, ClientRequest request, Document answer) {
        boolean refused = !login.isDone() && Double.valueOf(0).equals(answer.get("ok"));
        if (login.isDone() || saysTheWord(body(request))) {
            admission.becameKnown(context.channel());
        }
        if (login.isDone() && context.pipeline().get(ReadTimeoutHandler.class) != null) {
            context.pipeline().remove(ReadTimeoutHandler.class);
        }
        context.writeAndFlush(reply(request, answer))
                .addListener(refused ? ChannelFutureListener.CLOSE : ChannelFutureListener.CLOSE_ON_FAILURE);
        if (!refused) {
            context.channel().config().setAutoRead(true);
            answerNext(context);
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a connection that is given up may close as it likes
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.debug("A connection is closed: {}", cause.toString());
        context.close();
    }

    private Document answer(ClientRequest request) {
        try {
            return answerTo(request).append("ok", 1.0);
        } catch (DuplicateKeyError taken) {
            return error(taken.getCode(), taken.getCodeName(), taken.getMessageWithoutErrorCode())
                    .append("keyPattern", taken.keyPattern())
                    .append("keyValue", taken.keyValue());
        } catch (MongoServerError refusal) {
            return error(refusal.getCode(), refusal.getCodeName(), refusal.getMessageWithoutErrorCode());
        } catch (MongoServerException refusal) {
            return error(2, "BadValue", refusal.getMessageWithoutErrorCode());
        } catch (DamagedStoreException damaged) {
            return error(96, "OperationFailed", String.valueOf(damaged.getMessage()));
        } catch (NotWrittenException refused) {
            String sentence = String.valueOf(refused.getMessage());
            return refused.diskFull()
                    ? error(14031, "OutOfDiskSpace", sentence)
                    : error(39, "FileStreamFailed", sentence);
        } catch (RuntimeException problem) {
            log.error("A command failed.", problem);
            return error(8, "UnknownError", "The embedded store failed: " + problem);
        }
    }

    private Document answerTo(ClientRequest request) {
        Document body = body(request);
        if (body.isEmpty()) {
            throw new MongoServerError(9, "FailedToParse", "A message without a command.");
        }
        String name = body.keySet().iterator().next();
        if (login.isDone() || CommandsByName.isHello(name)) {
            return commands.answer(name, database(request), body);
        }
        return switch (name) {
            case "saslStart" -> login.start(body);
            case "saslContinue" -> login.proceed(body);
            default -> throw new MongoServerError(13, "Unauthorized", "A login is needed first.");
        };
    }

    private boolean saysTheWord(Document body) {
        return !body.isEmpty()
                && CommandsByName.isHello(body.keySet().iterator().next())
                && body.get("client") instanceof Document client
                && client.get("application") instanceof Document application
                && application.get("name") instanceof String name
                && credentials.isWord(name);
    }

    private static Document body(ClientRequest request) {
        if (request instanceof MongoMessage message) {
            return message.getDocument();
        }
        Document query = ((MongoQuery) request).getQuery();
        return query.get("$query") instanceof Document inner ? inner : query;
    }

    private static String database(ClientRequest request) {
        return String.valueOf(request.getDatabaseName());
    }

    private static Object reply(ClientRequest request, Document answer) {
        int answered = request.getHeader().getRequestID();
        MessageHeader header = new MessageHeader(0, answered);
        return request instanceof MongoMessage
                ? new MongoMessage(request.getChannel(), header, answer)
                : new MongoReply(header, plain(answer));
    }

    /** For those who ask as before OP_MSG, which drivers do to say hello only: in a form that the library writes. */
    private static Document plain(Document answer) {
        ByteBuf bson = Unpooled.buffer();
        AnswerBson.write(answer, bson);
        return BsonDecoder.decodeBson(bson);
    }

    private static Document error(int code, String name, String sentence) {
        return new Document("ok", 0.0)
                .append("errmsg", sentence)
                .append("code", code)
                .append("codeName", name);
    }
}
