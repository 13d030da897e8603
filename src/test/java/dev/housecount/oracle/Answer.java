package dev.housecount.oracle;

import java.util.List;
import java.util.Map;

/**
 * What a report says.
 *
 * @param rows in their order, none of them cut
 * @param total over the whole range; empty where a report has none
 */
record Answer(List<Map<String, Object>> rows, Map<String, Object> total) {}
