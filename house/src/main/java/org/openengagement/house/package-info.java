/** The rules of the house: who may know whom. There is nothing but tests here, which look at all the other modules. */
@NullMarked
package org.openengagement.house;

import org.jspecify.annotations.NullMarked;
