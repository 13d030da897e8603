package dev.housecount.catalog;

import dev.housecount.bytes.ByteReader;
import dev.housecount.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A page that waits for its generation to be completed, as it differs from the catalog.
 *
 * @param number from 1 on
 * @param keyId under which its people are
 * @param root what it was compared with; empty for none
 * @param accepted how many of its lines are entities
 * @param presences what it has as it is there, by leaves in their order
 * @param changes what is new or other, one packed list of entries for each kind
 * @param leaves what is new, as leaves that the catalog can take over as they are
 */
record StagedPage(
    int number,
    String keyId,
    String root,
    int accepted,
    List<Presence> presences,
    List<byte[]> changes,
    List<StagedLeaf> leaves) {

  /** What holds from the completion on, whenever that will be. */
  static final long UNBORN = 0;

  /** A leaf, and the key of its last entry. */
  record StagedLeaf(LeafRef leaf, String last) {}

  byte[] encode() {
    ByteWriter to = new ByteWriter().number(number).text(keyId).text(root).number(accepted);
    Presence.write(to, presences);
    LeafRef.write(to, leaves.stream().map(StagedLeaf::leaf).toList());
    leaves.forEach(staged -> to.textAfter(staged.leaf.first(), staged.last));
    ByteWriter page = new ByteWriter().bytes(CatalogWords.DEFLATED.pack(to.toBytes()));
    page.number(changes.size());
    changes.forEach(page::bytes);
    return page.toBytes();
  }

  static StagedPage decode(byte[] page) {
    ByteReader outer = new ByteReader(page);
    ByteReader from = new ByteReader(CatalogWords.DEFLATED.unpack(outer.bytes()));
    int number = from.integer();
    String keyId = from.text();
    String root = from.text();
    int accepted = from.integer();
    List<Presence> presences = Presence.read(from);
    List<StagedLeaf> leaves = new ArrayList<>();
    for (LeafRef leaf : LeafRef.read(from)) {
      leaves.add(new StagedLeaf(leaf, from.textAfter(leaf.first())));
    }
    List<byte[]> changes = new ArrayList<>();
    int kinds = outer.integer();
    for (int i = 0; i < kinds; i++) {
      changes.add(outer.bytes());
    }
    return new StagedPage(number, keyId, root, accepted, presences, changes, leaves);
  }
}
