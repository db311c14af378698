package org.openengagement.command.importing.running;

/**
 * How a file is imported.
 *
 * @param registerInstitutions whether an institution that a line names is registered where nobody registered it
 * @param strict whether the import stops at the first line that is refused
 */
public record ImportOptions(boolean registerInstitutions, boolean strict) {

    public static final ImportOptions PLAIN = new ImportOptions(false, false);
}
