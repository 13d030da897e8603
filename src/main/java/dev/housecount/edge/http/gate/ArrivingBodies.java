package dev.housecount.edge.http.gate;

import dev.housecount.edge.http.problem.Problem;
import dev.housecount.edge.http.wire.CatalogLimits;
import dev.housecount.edge.http.wire.CollectLimits;
import io.quarkus.arc.profile.UnlessBuildProfile;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Waits for posted bodies on the event loop, so that one that arrives slowly holds no worker
 * thread; for so long, and for so many bytes in all, as are allowed. In Lambda the whole request is
 * there before it begins.
 */
@Singleton
@UnlessBuildProfile("lambda")
public class ArrivingBodies {
  /** After {@link HostGuard} and {@link CrossOrigin}: of whom they refuse nothing is read. */
  private static final int AFTER_THE_GUARDS = 900;

  /** So many bodies, as large as they may be, are in memory at once. */
  private static final int LARGEST_AT_ONCE = 64;

  /** Bytes of a body that may use the last fifth of the memory, which large ones leave free. */
  static final int SMALL = 16 << 10;

  private static final Problem BUSY =
      Problem.of(
          503,
          "too-many-bodies",
          "Too many bodies are arriving",
          "Send the same request again after the time in Retry-After; nothing of it was taken.");

  private final CollectLimits limits;
  private final ArrivalTime time;
  private final RequestLog log;

  /** Bytes of all bodies whose requests have not been answered. */
  private final AtomicLong held = new AtomicLong();

  ArrivingBodies(CollectLimits limits, ArrivalTime time, RequestLog log) {
    this.limits = limits;
    this.time = time;
    this.log = log;
  }

  void install(@Observes Filters filters) {
    filters.register(this::handle, AFTER_THE_GUARDS);
  }

  public long held() {
    return held.get();
  }

  /** On any path: the router knows spellings of a route's that others do not. */
  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (!request.method().equals(HttpMethod.POST)
        || CollectLimits.isLonger(length, atLeastAPage(context, limits.readBytes()))) {
      context.next();
    } else {
      new Arrival(context).begin();
    }
  }

  /** A page of the catalog has a limit of its own, whatever is configured for events. */
  private static int atLeastAPage(RoutingContext context, int bytes) {
    String path = context.request().path();
    boolean catalog = path != null && Route.of(path).filter(Route.CATALOG::equals).isPresent();
    return catalog ? Math.max(bytes, CatalogLimits.PAGE) : bytes;
  }

  private boolean mayHold(RoutingContext context, long bytesOfOne) {
    long most = (long) LARGEST_AT_ONCE * atLeastAPage(context, limits.bytes());
    return held.get() <= (bytesOfOne <= SMALL ? most + most / 4 : most);
  }

  /** Of one body. Only its event loop uses it. */
  private final class Arrival {
    private final RoutingContext context;
    private final HttpServerRequest request;
    private final long started = System.nanoTime();
    private Buffer body = Buffer.buffer();
    private long timer;
    private boolean ended;

    Arrival(RoutingContext context) {
      this.context = context;
      this.request = context.request();
    }

    void begin() {
      timer = context.vertx().setTimer(time.most().toMillis(), late -> refuse(time.passed()));
      context.addEndHandler(answered -> forget());
      request.exceptionHandler(broken -> forget());
      request.endHandler(whole -> passOn());
      request.handler(this::take);
      if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
        context.response().writeContinue();
      }
    }

    private void take(Buffer bytes) {
      if (ended) {
        return;
      }
      body.appendBuffer(bytes);
      held.addAndGet(bytes.length());
      if (body.length() > atLeastAPage(context, limits.readBytes())) {
        request.pause();
        passOn(); // who reads it says what is wrong
      } else if (!mayHold(context, body.length())) {
        context.response().putHeader("Retry-After", ProblemMappers.RETRY_AFTER);
        refuse(BUSY);
      }
    }

    private void passOn() {
      if (end()) {
        context.setBody(body);
        context.next();
      }
    }

    private void refuse(Problem problem) {
      if (end()) {
        request.pause();
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        context.addEndHandler(answered -> UnreadBody.cutOff(request));
        String id = RequestLog.id(request.getHeader(RequestLog.HEADER));
        // No resource is asked, whose answers are told of by themselves.
        log.tell(id, request.method().name(), context.normalizedPath(), problem.status(), started);
        RouterProblems.answer(context, problem, id);
      }
    }

    private boolean end() {
      boolean first = !ended;
      ended = true;
      context.vertx().cancelTimer(timer);
      return first;
    }

    private void forget() {
      end();
      held.addAndGet(-body.length());
      body = Buffer.buffer();
    }
  }
}
