/** One small class a format, which turns its records into the lines that are imported. */
@NullMarked
package org.openengagement.command.importing.formats;

import org.jspecify.annotations.NullMarked;
