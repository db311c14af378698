/** Files on a disk that can be full, read-only or damaged, and how each trouble is told. */
@NullMarked
package org.openengagement.embedded.storage.files;

import org.jspecify.annotations.NullMarked;
