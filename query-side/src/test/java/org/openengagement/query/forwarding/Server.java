package org.openengagement.query.forwarding;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.openengagement.query.api.http.WellFormedRequests;
import org.openengagement.tokens.TokenCheck;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

/** A server as the nodes have it, without what stands behind it. */
final class Server implements AutoCloseable {

    private final WebServer server;
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    private Server(Answer answer, List<FilterRegistrationBean<?>> filters) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
            }
        });
        HttpServlet servlet = new HttpServlet() {

            private static final long serialVersionUID = 1L;

            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                    throws ServletException, IOException {
                asked.add(request.getMethod() + " " + request.getRequestURI());
                answer.to(request, response);
            }
        };
        server = factory.getWebServer(context -> {
            new ServletRegistrationBean<>(servlet, "/*").onStartup(context);
            for (FilterRegistrationBean<?> filter : filters) {
                filter.onStartup(context);
            }
        });
        server.start();
    }

    /** How a server answers. */
    interface Answer {
        void to(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    /** A node of the command side. */
    static Server commandSide(Answer answer) {
        return new Server(answer, List.of());
    }

    /** A node of the query side that answers so what it does not send on. */
    static Server querySide(Forwarder forwarder, Answer answer) {
        ForwardingConfiguration beans = new ForwardingConfiguration();
        FilterRegistrationBean<WellFormedRequests> wellFormed = new FilterRegistrationBean<>(new WellFormedRequests());
        wellFormed.addUrlPatterns(MutationsGoOn.PATH);
        return new Server(answer, List.of(wellFormed, beans.mutationsGoOn(forwarder), beans.importsGoOn(forwarder)));
    }

    /** The same, that lets nobody with a bad token be answered here. */
    static Server querySide(Forwarder forwarder, TokenCheck check, Answer answer) {
        ForwardingConfiguration beans = new ForwardingConfiguration();
        FilterRegistrationBean<GoodTokensOnly> goodTokens = new FilterRegistrationBean<>(new GoodTokensOnly(check));
        goodTokens.addUrlPatterns("/*");
        return new Server(answer, List.of(beans.mutationsGoOn(forwarder), beans.importsGoOn(forwarder), goodTokens));
    }

    URI address() {
        return URI.create("http://localhost:" + server.getPort());
    }

    /** What it was asked for so far, each as method and path. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop();
        server.destroy();
    }
}
