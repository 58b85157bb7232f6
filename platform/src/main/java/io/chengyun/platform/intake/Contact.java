package io.chengyun.platform.intake;

import io.chengyun.kernel.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * Who asked, and how to reach them (联系人): personal, kept apart from the request, in no event and no log. All may be absent.
 *
 * @param device the device's own id, such as an app's
 * @param account the sender's id of the person
 */
public record Contact(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String device,
        @Nullable String account) {

    private static final int LONGEST = 200;

    public Contact {
        firstName = text("first_name", firstName);
        lastName = text("last_name", lastName);
        phone = text("phone", phone);
        email = text("email", email);
        device = text("device_id", device);
        account = text("account_id", account);
        if (phone != null && !phone.matches("[+0-9 ()-]{3,30}")) {
            throw new Malformed("phone", "write digits, blanks, brackets, + and - only");
        }
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
            throw new Malformed("email", "must be an address such as name@example.org");
        }
    }

    /** Somebody who did not say. */
    public static Contact unknown() {
        return new Contact(null, null, null, null, null, null);
    }

    /** The last four digits of the telephone number (手机尾号), by which a citizen shows that a request is theirs. */
    @Nullable
    String lastDigits() {
        var digits = phone == null ? "" : digits(phone);
        return digits.length() < 4 ? null : digits.substring(digits.length() - 4);
    }

    /** A telephone number as it is compared: digits alone, without the country. */
    public static String digits(String phone) {
        var digits = phone.replaceAll("\\D", "");
        return digits.length() > 11 && digits.startsWith("86") ? digits.substring(2) : digits;
    }

    /** Says nothing of who it is, so that no log ever does. */
    @Override
    public String toString() {
        return "Contact[masked]";
    }

    private static @Nullable String text(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST) {
            throw new Malformed(field, "write at most " + LONGEST + " characters");
        }
        return text == null || text.isBlank() ? null : text.strip();
    }
}
