package dev.housecount.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The native function's start. {@link Main} is not in that binary, nor what it starts for laptops;
 * application.yaml names this one for Lambda.
 */
@QuarkusMain(name = LambdaMain.NAME)
public final class LambdaMain {
  static final String NAME = "lambda";

  private LambdaMain() {}

  public static void main(String... args) {
    if (SecretKey.isMissing(System.getenv())) {
      // Before Quarkus starts: later its poll loop tells AWS first, that it was interrupted. And
      // from
      // the environment: other settings cannot be read yet.
      InitError.report(SecretKey.MISSING);
      System.exit(1);
    }
    // As in Main.
    System.setProperty("vertx.disableURIValidation", "true");
    Quarkus.run(args);
  }
}
