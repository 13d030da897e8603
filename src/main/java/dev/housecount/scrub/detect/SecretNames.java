package dev.housecount.scrub.detect;

import java.util.Locale;
import java.util.Set;

/** Names of fields, options and headers whose value is secret. */
final class SecretNames {
  /** Any name that ends so: {@code db_password}, {@code githubToken}. */
  private static final String[] ENDINGS = {
    "password",
    "passwd",
    "passphrase",
    "passcode",
    "passwort",
    "kennwort",
    "contraseña",
    "contrasena",
    "motdepasse",
    "wachtwoord",
    "secret",
    "token",
    "apikey",
    "accesskey",
    "secretkey",
    "privatekey",
    "accountkey",
    "signingkey",
    "encryptionkey",
    "sharedkey",
    "masterkey",
    "authkey",
    "credential",
    "credentials",
    "sessionid",
    "sessid",
    "authorization",
    "connectionstring",
    "credentialvalue",
    "clientkey",
    "secretvalue",
    "otp"
  };

  /** Names too short to end another: only whole, or as the last part of one. */
  private static final Set<String> PARTS =
      Set.of(
          "pwd", "pass", "pin", "sid", "sig", "signature", "cookie", "senha", "auth", "psw", "pw");

  private static final Set<String> VERBS =
      Set.of("is", "was", "ist", "lautet", "war", "est", "es", "equals");

  private SecretNames() {}

  static boolean isSecret(String name) {
    char last = Chars.lower(name.charAt(name.length() - 1));
    if ("dehrtyslepnawgi".indexOf(last) < 0) {
      return false; // No name in the lists ends so.
    }
    if (PARTS.contains(lastPart(name))) {
      return true;
    }
    String joined = joined(name);
    for (String ending : ENDINGS) {
      if (joined.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** A word that stands between a name and its value in a sentence. */
  static boolean isVerb(String word) {
    return VERBS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static String joined(String name) {
    StringBuilder joined = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        joined.append(Character.toLowerCase(name.charAt(i)));
      }
    }
    return joined.toString();
  }

  /** What follows the last sign, or the last small letter before a capital one. */
  private static String lastPart(String name) {
    int start = name.length();
    while (start > 0 && Character.isLetter(name.charAt(start - 1))) {
      start--;
      boolean capital = Character.isUpperCase(name.charAt(start));
      if (capital && start > 0 && Character.isLowerCase(name.charAt(start - 1))) {
        break;
      }
    }
    return name.substring(start).toLowerCase(Locale.ROOT);
  }
}
