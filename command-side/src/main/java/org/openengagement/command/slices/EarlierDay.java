package org.openengagement.command.slices;

/** Which day before today a command may take effect on. None takes effect in the future. */
public enum EarlierDay {
    /** An operator or a coordinator may claim one, and says on what ground. */
    ON_A_GROUND,
    /** Any: a register says since when something stands. */
    ANY
}
