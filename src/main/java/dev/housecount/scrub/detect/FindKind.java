package dev.housecount.scrub.detect;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What our own detectors find, the more certain kind first. */
public enum FindKind implements Kind {
  /** A PEM block with a private key, or what is left of it when its end is cut off. */
  PRIVATE_KEY("<secret>"),
  /** User name and password of a URL, with the {@code @} behind them: the host stays usable. */
  URL_CREDENTIALS(""),
  /** The value after a name that says it is secret, or after {@code Bearer} and {@code Basic}. */
  CREDENTIAL("<secret>"),
  /** A JSON Web Token (RFC 7519). */
  JWT("<secret>"),
  /** An AWS access key id; the secret key beside it is a {@link #CREDENTIAL}. */
  AWS_KEY("<secret>"),
  /** An access token with the prefix that its issuer documents. */
  TOKEN("<secret>"),
  /** An e-mail address. */
  EMAIL("<email>"),
  /** A UUID (RFC 9562). The catalog's own ids have this form: found only where a policy says so. */
  UUID("<uuid>"),
  /** A MAC address (EUI-48, EUI-64). */
  MAC("<mac>"),
  /** An IPv4 or IPv6 address. */
  IP("<ip>"),
  /** An IBAN (ISO 13616). */
  IBAN("<iban>"),
  /** The number of a payment card (ISO/IEC 7812). */
  CARD("<card>"),
  /** The number by which a state knows a person. */
  NATIONAL_ID("<id>"),
  /** A phone number. */
  PHONE("<phone>");

  /** What is looked for where no policy says otherwise. */
  public static final Set<FindKind> DEFAULT =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(UUID)));

  private final String placeholder;
  private final String label = name().toLowerCase(Locale.ROOT);

  FindKind(String placeholder) {
    this.placeholder = placeholder;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String placeholder() {
    return placeholder;
  }

  @Override
  public int rank() {
    return ordinal();
  }
}
