/**
 * Edge: the HTTP API. Decodes what senders post, encodes what readers ask for, and says what is
 * wrong as problem+json.
 *
 * <p>Depends on {@code collect} and {@code query}; no other edge.
 */
@NullMarked
package dev.housecount.edge.http;

import org.jspecify.annotations.NullMarked;
