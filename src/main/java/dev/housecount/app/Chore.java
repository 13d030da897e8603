package dev.housecount.app;

import java.util.function.IntSupplier;

/**
 * Work that is done again and again, in parts that fit the time left.
 *
 * @param name as logs say it
 * @param work returns how much is left to do, 0 when nothing is; throws {@link
 *     dev.housecount.store.StoreUnavailableException} with what to do about it when it cannot go on
 */
record Chore(String name, IntSupplier work) {}
