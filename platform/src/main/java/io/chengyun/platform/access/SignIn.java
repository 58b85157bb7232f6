package io.chengyun.platform.access;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Lets people in by name and password (登录). */
@Service
class SignIn {

    private static final int LONGEST_NAME = 64;
    /** BCrypt looks at no more than 72 bytes. */
    private static final int LONGEST_PASSWORD = 72;

    private final StaffStore staff;
    private final SignInTries tries;
    private final PasswordEncoder passwords;
    private final Sessions sessions;
    private final Access access;
    private final String nobodysHash;

    SignIn(StaffStore staff, SignInTries tries, PasswordEncoder passwords, Sessions sessions, Access access) {
        this.staff = staff;
        this.tries = tries;
        this.passwords = passwords;
        this.sessions = sessions;
        this.access = access;
        this.nobodysHash = passwords.encode(Token.random().secret());
    }

    /**
     * A new session's token.
     *
     * @param address the network address that the try comes from
     */
    Token enter(String name, String password, String address) {
        if (name.length() > LONGEST_NAME) {
            throw new Malformed("name", "at most " + LONGEST_NAME + " characters");
        }
        if (password.length() > LONGEST_PASSWORD) {
            throw new Malformed("password", "at most " + LONGEST_PASSWORD + " characters");
        }
        tries.count(name, address);
        var person = staff.find(name);
        // An unknown name costs the same time as a known one, so that nobody can ask who works here.
        var hash = staff.findPasswordHash(name).orElse(nobodysHash);
        if (!passwords.matches(password, hash) || person.isEmpty()) {
            access.signInFailed(person.map(Caller::id).orElse(AccessEvent.NOBODY));
            throw new Refused(AccessRefusal.WRONG_PASSWORD);
        }
        tries.forgive(name, address);
        return sessions.open(person.get());
    }
}
