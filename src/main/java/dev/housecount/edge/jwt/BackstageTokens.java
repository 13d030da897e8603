package dev.housecount.edge.jwt;

import dev.housecount.access.SignedInUser;
import dev.housecount.access.UserTokens;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jspecify.annotations.Nullable;

/**
 * Checks users' tokens as Backstage's auth plugin issues them ({@code issueUserToken} in {@code
 * plugin-auth-backend}): ES256, of type {@code vnd.backstage.user}, with {@code iss}, {@code aud},
 * {@code sub}, {@code iat} and {@code exp}. Its limited tokens, which stand in cookies, are not
 * taken: they name neither issuer nor audience.
 */
public final class BackstageTokens implements UserTokens {
  /** Backstage issues none that is longer ({@code MAX_TOKEN_LENGTH}). */
  static final int MAX_LENGTH = 32_768;

  /** By so much clocks may differ when {@code exp}, {@code nbf} and {@code iat} are judged. */
  static final Duration LEEWAY = Duration.ofSeconds(30);

  private static final String TYPE = "vnd.backstage.user";
  private static final int MAX_KEY_ID = 200;

  private record Issuer(TrustedPortal portal, KeyCache keys) {}

  private final Map<String, Issuer> issuers = new LinkedHashMap<>();
  private final Clock clock;

  /**
   * @param portals each with an issuer of its own
   * @param patience how long fetching keys may take in all; asked at each fetch
   * @throws IllegalArgumentException when two have the same issuer
   */
  public BackstageTokens(List<TrustedPortal> portals, Clock clock, Supplier<Duration> patience) {
    this.clock = clock;
    for (TrustedPortal portal : portals) {
      KeyCache keys = new KeyCache(portal.name(), new KeyServer(portal.keys(), patience), clock);
      if (issuers.put(portal.issuer(), new Issuer(portal, keys)) != null) {
        throw new IllegalArgumentException("two portals have the issuer " + portal.issuer());
      }
    }
  }

  @Override
  public Optional<SignedInUser> verify(String token) {
    if (issuers.isEmpty() || token.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      JwtContext unverified = claimedBy(token);
      Issuer issuer = issuers.get(unverified.getJwtClaims().getIssuer());
      JsonWebSignature signature = signature(unverified);
      if (issuer == null || signature == null) {
        return Optional.empty();
      }
      // First what costs nothing: what cannot be valid must not make us fetch keys.
      validator(issuer.portal()).setSkipSignatureVerification().build().processContext(unverified);
      Instant issuedAt = instant(unverified.getJwtClaims().getIssuedAt());
      Optional<PublicKey> key = issuer.keys().find(signature.getKeyIdHeaderValue(), issuedAt);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      validator(issuer.portal()).setVerificationKey(key.get()).build().processContext(unverified);
      return SignedInUser.of(issuer.portal().name(), unverified.getJwtClaims().getSubject());
    } catch (InvalidJwtException | MalformedClaimException | ClassCastException e) {
      // A header of another type than the standard's is the last. Why a token is not valid is
      // nobody's business, and the message repeats it.
      return Optional.empty();
    }
  }

  /** What the token says; nothing of it is proved yet. */
  private static JwtContext claimedBy(String token) throws InvalidJwtException {
    return new JwtConsumerBuilder()
        .setSkipAllValidators()
        .setDisableRequireSignature()
        .setSkipSignatureVerification()
        .build()
        .process(token);
  }

  /** The only signature of a token that names its key; null when it has another form. */
  private static @Nullable JsonWebSignature signature(JwtContext context) {
    return context.getJoseObjects().size() == 1
            && context.getJoseObjects().get(0) instanceof JsonWebSignature signature
            && signature.getKeyIdHeaderValue() != null
            && signature.getKeyIdHeaderValue().length() <= MAX_KEY_ID
        ? signature
        : null;
  }

  private JwtConsumerBuilder validator(TrustedPortal portal) {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(
            new AlgorithmConstraints(
                ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
        .setExpectedType(true, TYPE)
        .setExpectedIssuer(portal.issuer())
        .setExpectedAudience(portal.audience())
        .setRequireSubject()
        .setRequireExpirationTime()
        .setRequireIssuedAt()
        .setIssuedAtRestrictions(0, Integer.MAX_VALUE)
        .setAllowedClockSkewInSeconds((int) LEEWAY.toSeconds())
        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()));
  }

  private static Instant instant(NumericDate date) {
    return Instant.ofEpochMilli(date.getValueInMillis());
  }
}
