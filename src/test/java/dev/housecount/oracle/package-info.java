/**
 * Every report once more, from the contract's words alone: lists and sets over all events, nothing
 * stored, nothing clever. It shares no code with what it judges.
 */
package dev.housecount.oracle;
