package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request body that is refused as soon as it is longer than allowed, announced or not (限长请求体). */
final class LimitedBody extends FilterInputStream {

    private long left;

    private LimitedBody(InputStream body, long limit) {
        super(body);
        this.left = limit;
    }

    /** The body of a request; refuses at once one that announces too much. */
    static LimitedBody of(HttpServletRequest request, long limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            throw new Refused(SensingRefusal.TOO_LARGE);
        }
        return new LimitedBody(request.getInputStream(), limit);
    }

    /** A body of unknown length. */
    static LimitedBody of(InputStream body, long limit) {
        return new LimitedBody(body, limit);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        return one < 0 ? one : took(1) * one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        return took(super.read(into, from, length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int took(int bytes) {
        left -= Math.max(bytes, 0);
        if (left < 0) {
            throw new Refused(SensingRefusal.TOO_LARGE);
        }
        return bytes;
    }
}
