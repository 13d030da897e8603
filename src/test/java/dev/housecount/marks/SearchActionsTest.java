package dev.housecount.marks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchActionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "search",
        "Search",
        "SEARCH",
        "catalog_search",
        "qeta_search",
        "searchDocs",
        "docsSearch",
        "SearchDocs",
        "docs.search",
        "search:docs",
        "plugin/search/global",
        "HTTPSearch",
        "SEARCHDocs",
        "v2Search",
        "CATALOG_SEARCH",
        "docs search"
      })
  void isSearch_whereAWordIsSearch(String action) {
    assertThat(SearchActions.isSearch(action)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "research",
        "searches",
        "searched",
        "searching",
        "docssearch",
        "search2",
        "marketResearch",
        "reSearches",
        "navigate",
        "sea_rch",
        "",
        "_"
      })
  void isSearch_notWhereItIsAPartOfAWord(String action) {
    assertThat(SearchActions.isSearch(action)).isFalse();
  }
}
