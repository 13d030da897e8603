package dev.housecount.benchmark;

import dev.housecount.catalog.PushedPage;
import dev.housecount.event.EntityRef;
import dev.housecount.testing.PortalTraffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An organisation in which people change their teams, and things their owners. */
final class Staff {
  /** A department of several teams. */
  static final EntityRef TEAM = new EntityRef("group", "default", "t1");

  private static final int PAGE = 5_000;
  private static final int THINGS = 2_000;

  /** Of so many people or things one changes on a day. */
  private static final int STEADY = 300;

  private final int teams;
  private final int[] teamOf;
  private final int[] ownerOf = new int[THINGS];

  Staff(int people, int teams) {
    this.teams = teams;
    this.teamOf = new int[people];
    for (int i = 0; i < people; i++) {
      teamOf[i] = i % teams;
    }
    for (int i = 0; i < THINGS; i++) {
      ownerOf[i] = i % teams;
    }
  }

  /** A day passes. */
  void goOn(Random random) {
    for (int i = 0; i <= teamOf.length / STEADY; i++) {
      teamOf[random.nextInt(teamOf.length)] = random.nextInt(teams);
    }
    for (int i = 0; i <= THINGS / STEADY; i++) {
      ownerOf[random.nextInt(THINGS)] = random.nextInt(teams);
    }
  }

  List<List<PushedPage.Line>> pages() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < teams; i++) {
      all.add(entity("Group", "t" + i, i == 0 ? Map.of() : Map.of("parent", "t" + i / 4)));
    }
    for (int i = 0; i < teamOf.length; i++) {
      all.add(entity("User", "p" + i, Map.of("memberOf", List.of("t" + teamOf[i]))));
    }
    List<String> names = PortalTraffic.entities();
    for (int i = 0; i < THINGS && i < names.size(); i++) {
      all.add(entity("Component", names.get(i), Map.of("owner", "t" + ownerOf[i])));
    }
    List<List<PushedPage.Line>> pages = new ArrayList<>();
    for (int from = 0; from < all.size(); from += PAGE) {
      List<PushedPage.Line> lines = new ArrayList<>();
      all.subList(from, Math.min(all.size(), from + PAGE))
          .forEach(entity -> lines.add(new PushedPage.Line(lines.size() + 1, entity)));
      pages.add(lines);
    }
    return pages;
  }

  private static Map<String, Object> entity(String kind, String name, Map<String, Object> spec) {
    return Map.of("kind", kind, "metadata", Map.of("name", name), "spec", spec);
  }
}
