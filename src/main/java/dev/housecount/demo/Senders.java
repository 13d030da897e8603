package dev.housecount.demo;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Several connections that post batches; as many wait as are under way, no more. */
final class Senders implements AutoCloseable {
  private static final String JSON = "application/json";
  private static final int TOO_LARGE = 413;
  private static final int CONNECTIONS = 4;
  private static final int UNDER_WAY = 2 * CONNECTIONS;

  private final Post post;
  private final Target target;
  private final Verdicts verdicts;
  private final Semaphore room = new Semaphore(UNDER_WAY);
  private final ExecutorService threads =
      Executors.newFixedThreadPool(CONNECTIONS, Senders::daemon);
  private volatile @Nullable FeedException failure;

  Senders(Post post, Target target, Verdicts verdicts) {
    this.post = post;
    this.target = target;
    this.verdicts = verdicts;
  }

  /** Sends soon; waits while too much is under way. After a failure it sends nothing. */
  void send(Batch batch) {
    room.acquireUninterruptibly();
    threads.execute(() -> deliver(batch));
  }

  /**
   * Waits until all is sent.
   *
   * @throws FeedException when something could not be
   */
  void await() throws FeedException {
    room.acquireUninterruptibly(UNDER_WAY);
    room.release(UNDER_WAY);
    check();
  }

  /**
   * Ends what would be of no use.
   *
   * @throws FeedException when something could not be sent
   */
  void check() throws FeedException {
    FeedException failed = failure;
    if (failed != null) {
      throw failed;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void deliver(Batch batch) {
    try {
      if (failure == null) {
        attempt(batch);
      }
    } catch (FeedException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = new FeedException("This program failed: " + e);
    } finally {
      room.release();
    }
  }

  private void attempt(Batch batch) throws FeedException, InterruptedException {
    byte[] body = Bodies.json(batch);
    Post.Answer answer =
        post.send(target.at("/collect"), JSON, body, target.token(), batch.sender().userAgent());
    if (answer.status() == TOO_LARGE) {
      split(batch);
    } else if (answer.isGood()) {
      verdicts.add(answer.body());
    } else {
      throw refused(answer);
    }
  }

  private void split(Batch batch) throws FeedException, InterruptedException {
    List<DemoEvent> events = batch.events();
    int half = events.size() / 2;
    if (half == 0) {
      verdicts.reject("too_large");
      return;
    }
    attempt(new Batch(events.subList(0, half), batch.sender()));
    attempt(new Batch(events.subList(half, events.size()), batch.sender()));
  }

  private FeedException refused(Post.Answer answer) {
    return new FeedException(
        switch (answer.status()) {
          case 401, 403 ->
              "The server wants a token: make one with the command `token PORTAL write`, and give it"
                  + " as --token or WRITE_TOKEN.";
          case 404, 405 ->
              "No Housecount is at %s: give its base as --url.".formatted(target.url());
          default ->
              "The server refuses the events: %d %s %s"
                  .formatted(
                      answer.status(),
                      answer.body().path("title").asText(),
                      answer.body().path("detail").asText());
        });
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "housecount-demo");
    thread.setDaemon(true);
    return thread;
  }
}
