/** What lies in the store's files, byte by byte. */
@NullMarked
package org.openengagement.embedded.storage;

import org.jspecify.annotations.NullMarked;
