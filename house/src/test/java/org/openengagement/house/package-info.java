/** Who may know whom, over all modules. */
@NullMarked
package org.openengagement.house;

import org.jspecify.annotations.NullMarked;
