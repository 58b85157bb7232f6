package io.chengyun.platform.access;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.place.Organisation;
import io.chengyun.platform.place.Places;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in and sign-out over HTTP (登录、退出). */
@RestController
@RequestMapping("/api/session")
class SessionController {

    private final SignIn signIn;
    private final Sessions sessions;
    private final Places places;

    SessionController(SignIn signIn, Sessions sessions, Places places) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.places = places;
    }

    /** Name and password as typed. */
    record Credentials(@Nullable String name, @Nullable String password) {

        /** The secret is never shown. */
        @Override
        public String toString() {
            return "Credentials[…]";
        }
    }

    /** Who is signed in. */
    record SignedInUser(User user) {}

    /**
     * The person as the console shows them.
     *
     * @param organisationName Chinese name; the code again where no such organisation exists today
     * @param town the only town the person sees; null for the whole district
     */
    record User(
            String id,
            String name,
            String nameEn,
            List<Role> roles,
            String organisation,
            String organisationName,
            @Nullable AreaCode town) {}

    @PostMapping
    ResponseEntity<SignedInUser> enter(@RequestBody Credentials credentials, HttpServletRequest request) {
        var token = signIn.enter(
                present("name", credentials.name()),
                present("password", credentials.password()),
                request.getRemoteAddr());
        var session = sessions.recognise(token).orElseThrow();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie(token.secret(), request).build().toString())
                .body(shown(session.caller()));
    }

    @GetMapping
    SignedInUser who(Caller caller) {
        return shown(caller);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> leave(Session session, HttpServletRequest request) {
        sessions.close(session);
        return ResponseEntity.noContent()
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie("", request).maxAge(0).build().toString())
                .build();
    }

    private SignedInUser shown(Caller caller) {
        return new SignedInUser(new User(
                caller.id(),
                caller.name(),
                caller.nameEn(),
                caller.roles().stream().sorted().toList(),
                caller.organisation(),
                places.findOrganisation(caller.organisation(), places.today())
                        .map(Organisation::name)
                        .orElse(caller.organisation()),
                caller.town()));
    }

    private static String present(String field, @Nullable String value) {
        if (value == null) {
            throw new Malformed(field, "must be there");
        }
        return value;
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(Doorkeeper.COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/");
    }
}
