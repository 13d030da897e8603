package dev.housecount.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The native function's start. {@link Main} is not in that binary, nor what it starts for laptops;
 * application.yaml names this one for Lambda.
 */
@QuarkusMain(name = LambdaMain.NAME)
public final class LambdaMain {
  static final String NAME = "lambda";

  private LambdaMain() {}

  public static void main(String... args) {
    if (SecretKey.isMissing(ConfigProvider.getConfig())) {
      // Here and not at the first use: the poll loop would tell AWS that it was interrupted.
      InitError.report(SecretKey.MISSING);
      System.exit(1);
    }
    Quarkus.run(args);
  }
}
