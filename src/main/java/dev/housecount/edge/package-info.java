/**
 * The edges: what knows a framework, a service or a file format. Each fills ports of the core or
 * asks it; none knows another. The path of the data runs through the packages beside this one.
 *
 * <p>Uses nothing of ours.
 */
@NullMarked
package dev.housecount.edge;

import org.jspecify.annotations.NullMarked;
