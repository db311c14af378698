/** Tests of files. */
@NullMarked
package org.openengagement.embedded.storage.files;

import org.jspecify.annotations.NullMarked;
