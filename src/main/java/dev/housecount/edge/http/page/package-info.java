/** Edge, HTTP: from a question's parameters to pages of events in JSON, NDJSON and CSV. */
@NullMarked
package dev.housecount.edge.http.page;

import org.jspecify.annotations.NullMarked;
