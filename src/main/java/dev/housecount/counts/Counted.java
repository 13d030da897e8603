package dev.housecount.counts;

import dev.housecount.insights.Table;

/**
 * What a report counted.
 *
 * @param report its name
 * @param fewest people that a figure of it is about, where it is not hidden
 * @param table its rows, total and notes; its columns are those of the report
 */
record Counted(String report, int fewest, Table table) {}
