package io.chengyun.proof.witness;

/**
 * What a witness says (见证答复), as HTTP has it.
 *
 * @param status 200, 400, 403, 404, 409 or 422
 * @param contentType of the body
 */
record Answer(int status, String contentType, String body) {

    private static final String TEXT = "text/plain; charset=utf-8";

    static Answer signed(String line) {
        return new Answer(200, TEXT, line + "\n");
    }

    /** It signed another checkpoint last than the one that is to be extended. */
    static Answer conflict(long size) {
        return new Answer(409, "text/x.tlog.size", size + "\n");
    }

    static Answer no(int status, String why) {
        return new Answer(status, TEXT, why + "\n");
    }
}
