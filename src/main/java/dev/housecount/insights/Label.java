package dev.housecount.insights;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a row says of the value that it is about, by the value's name. */
record Label(Column column, Function<String, @Nullable String> of) {}
