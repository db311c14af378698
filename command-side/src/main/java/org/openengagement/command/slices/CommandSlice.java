package org.openengagement.command.slices;

import org.openengagement.command.dispatch.Command;

/**
 * What the ledger decides on one kind of command. A slice is stateless; what it looks things up in comes by its constructor
 * (see {@code CommandSide}). It is annotated with {@link Slice}, and is found by that.
 *
 * @param <C> the command
 */
public sealed interface CommandSlice<C extends Command<?>> permits CaseSlice, NewCaseSlice, StreamSlice {}
