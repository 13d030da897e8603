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
    if (UrlText.isAddress(sent)) {
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
    return UrlText.cut(finds.scrub(people.refs(UrlText.cut(sent)), place));
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
    if (UrlText.startsWith(url, UrlText.SCRIPT)) {
      return UrlText.SCRIPT;
    }
    String address = UrlText.isData(url) ? url.substring(0, url.indexOf(',')) : url;
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
    return scrubbed.equals(shortened) ? scrubbed : UrlText.cut(scrubbed);
  }

  private String words(String text, Place place) {
    if (!UrlText.hasSpace(text)) {
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
    return UrlText.looksLikeUrl(word) ? address(word, place) : people.mentions(word);
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
    String cut = UrlText.cut(url);
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
}
