package org.openengagement.command.intake.submit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Refusal;

/**
 * Where a proposal is about: a point, an address, or both.
 *
 * @param latitude decimal degrees, WGS 84, -90 to 90, at most 8 decimal places; only together with the longitude
 * @param longitude decimal degrees, WGS 84, -180 to 180, at most 8 decimal places
 * @param address an address line, at most 500 characters
 */
public record Place(
        @Nullable String latitude,
        @Nullable String longitude,
        @Nullable String address) {

    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(?:\\.\\d{1,8})?");

    public Place {
        if ((latitude == null) != (longitude == null)) {
            throw Refusal.invalid("location", "A point needs both its latitude and its longitude.");
        }
        if (latitude == null && address == null) {
            throw Refusal.invalid("location", "A location needs a point or an address.");
        }
        degrees("location.latitude", latitude, 90);
        degrees("location.longitude", longitude, 180);
        Bounds.optional("location.address", address, 500);
    }

    private static void degrees(String field, @Nullable String value, int most) {
        if (value == null) {
            return;
        }
        if (!DEGREES.matcher(value).matches() || Math.abs(Double.parseDouble(value)) > most) {
            throw Refusal.invalid(
                    field, "%s must be decimal degrees from -%d to %d, such as 41.9965.".formatted(field, most, most));
        }
    }
}
