/**
 * Edge, HTTP: who gets in. The paths and methods that there are, credentials, origins, hosts,
 * bodies that arrive slowly, and what is answered where no resource is asked.
 */
@NullMarked
package dev.housecount.edge.http.gate;

import org.jspecify.annotations.NullMarked;
