package dev.housecount.catalog;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words, most of them by number: first the low bytes of all, which are as good as random, and then
 * what is above them, which is not. Mixed they deflate worse.
 */
final class WordColumn {
  private final Words words;

  WordColumn(Words words) {
    this.words = words;
  }

  void write(ByteWriter to, List<? extends @Nullable String> column) {
    int[] codes = column.stream().mapToInt(words::code).toArray();
    for (int code : codes) {
      to.raw(new byte[] {(byte) code});
    }
    for (int code : codes) {
      to.number(code >>> Byte.SIZE);
    }
    for (int i = 0; i < codes.length; i++) {
      String word = column.get(i);
      if (codes[i] == Words.WRITTEN && word != null) {
        to.text(word);
      }
    }
  }

  List<@Nullable String> read(ByteReader from, int rows) {
    byte[] low = from.raw(rows);
    int[] codes = new int[rows];
    for (int i = 0; i < rows; i++) {
      codes[i] = from.integer() << Byte.SIZE | low[i] & 0xff;
    }
    List<@Nullable String> column = new ArrayList<>(rows);
    for (int code : codes) {
      column.add(words.word(code, from));
    }
    return column;
  }

  /** Lists of words: how long each is, and then the words of all. */
  void writeLists(ByteWriter to, List<List<String>> lists) {
    lists.forEach(list -> to.number(list.size()));
    write(to, lists.stream().flatMap(List::stream).toList());
  }

  List<List<@Nullable String>> readLists(ByteReader from, int rows) {
    int[] sizes = new int[rows];
    int all = 0;
    for (int i = 0; i < rows; i++) {
      sizes[i] = from.integer();
      all += sizes[i];
    }
    List<@Nullable String> flat = read(from, all);
    List<List<@Nullable String>> lists = new ArrayList<>(rows);
    int begin = 0;
    for (int size : sizes) {
      lists.add(flat.subList(begin, begin + size));
      begin += size;
    }
    return lists;
  }
}
