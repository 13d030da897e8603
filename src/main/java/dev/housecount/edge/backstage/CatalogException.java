package dev.housecount.edge.backstage;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The portal's catalog did not give what it was asked for. Nothing of its answer is in here. */
public final class CatalogException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final @Nullable Duration retryAfter;

  CatalogException(Reason reason, @Nullable Duration retryAfter) {
    super(reason.text);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  CatalogException(Reason reason) {
    this(reason, null);
  }

  public Reason reason() {
    return reason;
  }

  /** How long the portal wants to be left alone; null when it does not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** Why. The code stands in figures and logs, the text is for who runs this. */
  public enum Reason {
    UNREACHABLE("the portal cannot be reached: is its address right, may this server reach it?"),
    SLOW("the portal did not answer in time"),
    REFUSED("the portal refuses the token: is it one of backend.auth.externalAccess?"),
    BUSY("the portal has no time (429 or 503)"),
    FAILING("the portal answers with 5xx"),
    REDIRECTED("the portal redirects elsewhere: name the address that it redirects to"),
    NOT_THERE("there is no catalog at the portal's address (404)"),
    NOT_UNDERSTOOD("the catalog does not understand the request (4xx)"),
    TOO_LARGE("the catalog's answer is too large"),
    NO_CATALOG("the answer is not that of a catalog"),
    LOST("pages were lost meanwhile; the pull begins again"),
    OVERTAKEN("another catalog was pushed or pulled meanwhile"),
    EMPTY("the catalog has no entities that the token may read"),
    TOO_LONG("the pull took too long; it begins again");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    /** As figures and health name it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether only a person can change it. */
    boolean wantsSomebody() {
      return this == REFUSED || this == REDIRECTED || this == NOT_THERE || this == NO_CATALOG;
    }

    /** Whether going on from the same place may well fail again. */
    boolean endsTheGeneration() {
      return this == NOT_UNDERSTOOD
          || this == LOST
          || this == OVERTAKEN
          || this == TOO_LONG
          || this == EMPTY;
    }
  }
}
