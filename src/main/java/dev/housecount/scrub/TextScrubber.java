package dev.housecount.scrub;

import dev.housecount.event.EntityPath;
import dev.housecount.event.EntityRef;
import dev.housecount.event.PercentDecoder;
import dev.housecount.scrub.FindRule.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scrubs texts and URLs: cuts query strings and fragments, also percent-encoded ones, replaces
 * people's names and what the detectors find.
 */
final class TextScrubber {
  private static final String SECRET = "<secret>";

  /** A script is no place to go to. */
  private static final String SCRIPT = "javascript:";

  private final FindReplacer finds;
  private final People people;
  private final List<PathPattern> paths;

  TextScrubber(FindReplacer finds, People people, List<PathPattern> paths) {
    this.finds = finds;
    this.people = people;
    this.paths = paths;
  }

  /** Scrubs words, among which URLs and paths may stand. */
  String text(String sent, Place place) {
    if (!NameText.mayHoldUrl(sent)) {
      return finds.scrub(sent, place); // as most do
    }
    String text = readable(sent, false);
    String person = people.whole(text);
    return person == null ? finds.scrub(words(text, place), place) : person;
  }

  /** The same, at once where the batch had the text before, as most of its texts. */
  String text(String sent, Surrounding around) {
    return around.notes().text(sent, around.place(), this::text);
  }

  /** Scrubs words of the sender's, of which none are kept where they may be a person's name. */
  String words(String sent, Surrounding around) {
    EventPeople named = around.named();
    if (isAddress(sent)) {
      return named.inAddress(text(sent.strip(), around));
    }
    String about = named.about();
    if (about == null) {
      return named.inText(text(sent, around));
    }
    String person = NameText.mayHoldUrl(sent) ? people.whole(readable(sent, false)) : null;
    return person == null ? about : person;
  }

  /** Scrubs a text that is a URL or path as a whole. */
  String url(String sent, Place place) {
    return address(readable(sent, true), place);
  }

  /**
   * Scrubs a text that is an entity ref as a whole; null when it may not be kept, for what is left
   * of it would be another entity's.
   */
  @Nullable String ref(String sent, Place place) {
    EntityRef person = people.refPerson(sent);
    if (person != null) {
      return people.ref(person);
    }
    String scrubbed = text(sent, place);
    boolean cut = scrubbed.length() < sent.length() && sent.startsWith(scrubbed);
    return cut && EntityRef.parse(sent, EntityRef.USER).isPresent() ? null : scrubbed;
  }

  /** Scrubs the path within the page of an entity, in which no page of another is named. */
  String rest(String sent, Place place) {
    return cut(finds.scrub(people.refs(cut(sent)), place));
  }

  /** A URL without query and fragment where they are not escaped. */
  static String beforeQuery(String url) {
    int end = 0;
    while (end < url.length() && "?#;".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return url.substring(0, end);
  }

  /** The text, or its plain spelling where only that shows a person. */
  private String readable(String sent, boolean address) {
    if (!PlainSpelling.mayDiffer(sent)) {
      return sent;
    }
    String plain = PlainSpelling.of(sent);
    return plain.equals(PercentDecoder.decodeAll(sent)) || !people.areIn(plain, address)
        ? sent
        : plain;
  }

  private String address(String url, Place place) {
    if (startsWith(url, SCRIPT)) {
      return SCRIPT;
    }
    String address = isData(url) ? url.substring(0, url.indexOf(',')) : url;
    String shortened = cutAddress(address);
    String readable = people.refs(withoutCredentials(shortened));
    UrlSegments segments = new UrlSegments(readable);
    segments.resolveDots();
    segments.dropCredentials(SECRET);
    if (People.mayNamePage(readable)) {
      people.pages(segments, EntityPaths.placeOf(segments));
    }
    paths.forEach(path -> path.replace(segments));
    String scrubbed = finds.scrub(segments.toString(), place);
    return scrubbed.equals(shortened) ? scrubbed : cut(scrubbed);
  }

  private String words(String text, Place place) {
    if (!hasSpace(text)) {
      return word(text, place);
    }
    StringBuilder scrubbed = new StringBuilder(text.length());
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      scrubbed.append(word(text.substring(start, end), place));
      if (end < text.length()) {
        scrubbed.append(text.charAt(end));
      }
      start = end + 1;
    }
    return scrubbed.toString();
  }

  private String word(String word, Place place) {
    return looksLikeUrl(word) ? address(word, place) : people.mentions(word);
  }

  /** Whether a text is an address as a whole, and so what {@link #url} takes. */
  static boolean isAddress(String text) {
    String word = text.strip();
    return looksLikeUrl(word) && !hasSpace(word);
  }

  private static boolean hasSpace(String text) {
    boolean space = false;
    for (int i = 0; i < text.length() && !space; i++) {
      space = Character.isWhitespace(text.charAt(i));
    }
    return space;
  }

  /** Whether a word, taken alone and decoded, can only be a URL or a path. */
  static boolean looksLikeUrl(String word) {
    if (!NameText.mayHoldUrl(word)) {
      return false;
    }
    String text = word.indexOf('%') < 0 ? word : PercentDecoder.decodeAll(word);
    return text.startsWith("/")
        || text.startsWith("./")
        || text.startsWith("../")
        || text.startsWith("\\")
        || text.contains("://")
        || startsWith(text, "www.")
        || startsWith(text, SCRIPT)
        || isData(text)
        || hasQuery(text);
  }

  /** {@code data:text/plain;base64,…} (RFC 2397) holds anything. */
  private static boolean isData(String text) {
    return startsWith(text, "data:") && text.indexOf(',') > 0;
  }

  private static boolean startsWith(String text, String lowerCase) {
    return text.regionMatches(true, 0, lowerCase, 0, lowerCase.length());
  }

  /** {@code page?key=value} or {@code ?key}, which no word in a sentence looks like. */
  private static boolean hasQuery(String text) {
    int mark = text.indexOf('?');
    boolean alone = mark == 0 && text.length() > 1 && Character.isLetterOrDigit(text.charAt(1));
    return alone || (mark >= 0 && text.indexOf('=', mark) > mark + 1);
  }

  /** Drops {@code user:password@}, and what is left of it when the cut fell inside the password. */
  private static String withoutCredentials(String url) {
    boolean schemeless = url.startsWith("//");
    int start = schemeless ? 2 : url.indexOf("://") + 3;
    if (start < 3 && !schemeless) {
      return url;
    }
    int slash = url.indexOf('/', start);
    int end = slash < 0 ? url.length() : slash;
    String host = url.substring(Math.max(start, url.lastIndexOf('@', end) + 1), end);
    int colon = host.startsWith("[") ? -1 : host.indexOf(':');
    boolean port = host.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9');
    return url.substring(0, start) + (colon < 0 || port ? host : SECRET) + url.substring(end);
  }

  /**
   * Cuts an address. Where that would cut the name of an entity, all of the name goes: what is left
   * of {@code team-a%23platform} is another team.
   */
  private static String cutAddress(String url) {
    String cut = cut(url);
    if (cut.length() == url.length() || url.charAt(cut.length()) != '%') {
      return cut;
    }
    UrlSegments segments = new UrlSegments(cut);
    segments.resolveDots();
    EntityPath.Place place = EntityPaths.placeOf(segments);
    EntityPath path = EntityPaths.find(segments, place);
    if (path == null || segments.endOfName(path.name()) < segments.size() - 1) {
      return cut;
    }
    segments.endBefore(path.name());
    return segments.toString();
  }

  /** Whether a URL has a query or fragment. */
  static boolean isCut(String url) {
    return cut(url).length() < url.length();
  }

  /** Encoded separators count as separators: a decoder downstream must not bring a query back. */
  private static String cut(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == '?' || c == '#' || c == ';' || (c == '%' && encodesSeparator(url, i))) {
        return url.substring(0, i);
      }
    }
    return url;
  }

  /** {@code %3F} and {@code %23}, also encoded again: {@code %253F}, {@code %25253F}. */
  private static boolean encodesSeparator(String url, int percent) {
    int i = percent + 1;
    while (url.startsWith("25", i)) {
      i += 2;
    }
    return url.regionMatches(true, i, "3f", 0, 2)
        || url.startsWith("23", i)
        || url.regionMatches(true, i, "3b", 0, 2);
  }
}
