/** Floor 0: bytes of what is stored in records: numbers, texts and columns of them. */
@NullMarked
package dev.housecount.bytes;

import org.jspecify.annotations.NullMarked;
