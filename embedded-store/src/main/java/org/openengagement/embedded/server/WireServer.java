package org.openengagement.embedded.server;

import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openengagement.embedded.server.commands.CommandsByName;
import org.openengagement.embedded.server.login.Credentials;
import org.openengagement.embedded.server.login.Login;
import org.openengagement.embedded.server.wire.AnswerEncoder;
import org.openengagement.embedded.server.wire.MessageBounds;

/** Listens on a free port of loopback, and holds a conversation with everyone who connects. */
public final class WireServer implements AutoCloseable {

    /** Before a login only; a driver's monitor never logs in, but says hello every 10 s. */
    private static final int SECONDS_WITHOUT_A_WORD = 120;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final ExecutorService workers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("embedded-store-", 0).factory());
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Admission admission = new Admission();
    private final Credentials credentials;
    private final CommandsByName commands;
    private final SecureRandom random;
    private final Channel listening;

    /** Starts to listen. */
    public WireServer(CommandsByName commands, Credentials credentials, SecureRandom random) {
        this.commands = commands;
        this.credentials = credentials;
        this.random = random;
        this.listening = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        begin(channel);
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    /** The port, 1 to 65,535. */
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Ends all conversations; answers that are being made are still made, but reach nobody. */
    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        connections.close().syncUninterruptibly();
        workers.close();
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private void begin(Channel channel) {
        connections.add(channel);
        admission.arrived(channel);
        Login login = new Login(credentials, random);
        channel.pipeline()
                .addLast(new ReadTimeoutHandler(SECONDS_WITHOUT_A_WORD))
                .addLast(new MessageBounds(login))
                .addLast(new MongoWireProtocolHandler())
                .addLast(new MongoWireReplyEncoder())
                .addLast(new AnswerEncoder())
                .addLast(new Conversation(login, credentials, admission, commands, workers));
    }
}
