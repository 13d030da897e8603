package dev.housecount.scrub;

import dev.housecount.event.EntityPath;
import dev.housecount.event.EntityRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the entity that a URL names, in any spelling of the URL. */
final class EntityPaths {
  private EntityPaths() {}

  static EntityPath.Place placeOf(UrlSegments url) {
    return url.namesHost() ? EntityPath.Place.URL : EntityPath.Place.PATH;
  }

  static @Nullable EntityPath find(UrlSegments url, EntityPath.Place place) {
    return EntityPath.find(words(url, place), url.pathStart(), place);
  }

  static boolean isUser(UrlSegments url, EntityPath path, EntityPath.Place place) {
    return path.kind() >= 0 && word(url.decoded(path.kind()), place).equals(EntityRef.USER);
  }

  static String namespace(UrlSegments url, EntityPath path, EntityPath.Place place) {
    return path.namespace() < 0
        ? EntityRef.DEFAULT_NAMESPACE
        : word(url.decoded(path.namespace()), place);
  }

  /** The name's last segment. */
  static int endOfName(UrlSegments url, EntityPath path, EntityPath.Place place) {
    return place == EntityPath.Place.TEXT ? path.name() : url.endOfName(path.name());
  }

  /** A name as it is written in its segment, without what stands around it in a sentence. */
  static String written(String segment, EntityPath.Place place) {
    if (place != EntityPath.Place.TEXT) {
      return segment.substring(0, NameText.endOfWhole(segment));
    }
    int end = NameText.endOfCompound(segment, 0);
    return NameText.withoutDots(end == 0 ? segment : segment.substring(0, end));
  }

  private static List<String> words(UrlSegments url, EntityPath.Place place) {
    List<String> words = new ArrayList<>(url.size());
    for (int i = 0; i < url.size(); i++) {
      words.add(word(url.decoded(i), place));
    }
    return words;
  }

  private static String word(String segment, EntityPath.Place place) {
    return EntityPath.word(place == EntityPath.Place.TEXT ? bare(segment) : segment);
  }

  /** A segment without what stands around it in a sentence; as it is where nothing would remain. */
  private static String bare(String segment) {
    int end = segment.length();
    while (end > 0 && !isPartOfWord(segment.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && isPartOfWord(segment.charAt(start - 1))) {
      start--;
    }
    return end == 0 ? segment : segment.substring(start, end);
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetterOrDigit(c) || "_.-".indexOf(c) >= 0;
  }
}
