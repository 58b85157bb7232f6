package io.chengyun.proof.sm;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Checks signatures of SM2 (GB/T 32918.2-2016) on its recommended curve (GB/T 32918.5-2017). Made for few checks, not for speed. */
public final class Sm2 {

    private static final int LENGTH = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final BigInteger P = hex("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF");
    private static final BigInteger A = P.subtract(BigInteger.valueOf(3));
    private static final BigInteger B = hex("28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93");
    private static final BigInteger N = hex("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123");
    private static final Point G = new Point(
            hex("32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7"),
            hex("BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0"));
    /** Whose signature it is, where nobody says otherwise (GM/T 0009-2012). */
    private static final byte[] SIGNER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    private Sm2() {}

    /**
     * Whether the key signed the message.
     *
     * @param key 65 bytes: 4, x, y
     * @param signature 64 bytes: r, s
     */
    public static boolean verifies(byte[] key, byte[] message, byte[] signature) {
        var point = point(key);
        if (point == null || signature.length != 2 * LENGTH) {
            return false;
        }
        var r = number(signature, 0);
        var s = number(signature, LENGTH);
        var t = r.add(s).mod(N);
        if (!inRange(r) || !inRange(s) || t.signum() == 0) {
            return false;
        }
        var sum = add(times(G, s), times(point, t));
        return sum != null && digest(point, message).add(sum.x).mod(N).equals(r);
    }

    private static boolean inRange(BigInteger number) {
        return number.signum() > 0 && number.compareTo(N) < 0;
    }

    private static BigInteger digest(Point key, byte[] message) {
        int bits = SIGNER.length * Byte.SIZE;
        var signer = new Sm3()
                .update(new byte[] {(byte) (bits >> Byte.SIZE), (byte) bits})
                .update(SIGNER);
        for (var number : new BigInteger[] {A, B, G.x, G.y, key.x, key.y}) {
            signer.update(bytes(number));
        }
        return new BigInteger(
                1, new Sm3().update(signer.digest()).update(message).digest());
    }

    private record Point(BigInteger x, BigInteger y) {}

    /** Null unless it lies on the curve. */
    private static @Nullable Point point(byte[] key) {
        if (key.length != 1 + 2 * LENGTH || key[0] != UNCOMPRESSED) {
            return null;
        }
        var point = new Point(number(key, 1), number(key, 1 + LENGTH));
        boolean small = point.x.compareTo(P) < 0 && point.y.compareTo(P) < 0;
        var right = point.x.multiply(point.x).add(A).multiply(point.x).add(B);
        return small && point.y.multiply(point.y).subtract(right).mod(P).signum() == 0 ? point : null;
    }

    /** Null for the point at infinity, as below. */
    private static @Nullable Point times(Point point, BigInteger factor) {
        Point sum = null;
        for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
            sum = add(sum, sum);
            if (factor.testBit(bit)) {
                sum = add(sum, point);
            }
        }
        return sum;
    }

    private static @Nullable Point add(@Nullable Point one, @Nullable Point other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        BigInteger slope;
        if (one.equals(other)) {
            var square = one.x.multiply(one.x);
            slope = square.add(square)
                    .add(square)
                    .add(A)
                    .multiply(one.y.add(one.y).modInverse(P));
        } else if (one.x.equals(other.x)) {
            return null;
        } else {
            slope = other.y.subtract(one.y).multiply(other.x.subtract(one.x).modInverse(P));
        }
        var x = slope.multiply(slope).subtract(one.x).subtract(other.x).mod(P);
        return new Point(x, slope.multiply(one.x.subtract(x)).subtract(one.y).mod(P));
    }

    private static BigInteger number(byte[] all, int from) {
        return new BigInteger(1, Arrays.copyOfRange(all, from, from + LENGTH));
    }

    private static byte[] bytes(BigInteger number) {
        byte[] signed = number.toByteArray();
        var bytes = new byte[LENGTH];
        int count = Math.min(LENGTH, signed.length);
        System.arraycopy(signed, signed.length - count, bytes, LENGTH - count, count);
        return bytes;
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }
}
