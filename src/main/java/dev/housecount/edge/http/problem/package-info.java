/** Edge, HTTP: what is wrong, as problem+json (RFC 9457). */
@NullMarked
package dev.housecount.edge.http.problem;

import org.jspecify.annotations.NullMarked;
