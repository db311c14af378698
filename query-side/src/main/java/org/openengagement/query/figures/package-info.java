/**
 * How long people wait for an answer, and how often it comes in time: plain code that a statistician can read. The words
 * are those of definition version 1, see {@code docs/figures.md}.
 */
@NullMarked
package org.openengagement.query.figures;

import org.jspecify.annotations.NullMarked;
