package io.chengyun.platform.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A QR code (二维码) as a PNG (ISO/IEC 18004). */
public final class QrCode {

    private static final int MARGIN = 2;
    private static final int WHITE = 0xFFFFFF;

    private QrCode() {}

    /** How much of it may be lost (纠错级别). */
    public enum Sturdiness {
        /** Stickers get dirty: a quarter. */
        STICKER(ErrorCorrectionLevel.Q),
        /** As much text as there is room for: 7 %. */
        DENSE(ErrorCorrectionLevel.L);

        private final ErrorCorrectionLevel level;

        Sturdiness(ErrorCorrectionLevel level) {
            this.level = level;
        }
    }

    /**
     * The picture.
     *
     * @param pixels least width and height
     * @return nothing where the text is too long for any QR code of this sturdiness
     */
    public static Optional<byte[]> png(String text, int pixels, Sturdiness sturdiness) {
        Map<EncodeHintType, Object> hints = Map.of(
                EncodeHintType.ERROR_CORRECTION,
                sturdiness.level,
                EncodeHintType.MARGIN,
                MARGIN,
                EncodeHintType.CHARACTER_SET,
                "UTF-8");
        try {
            return Optional.of(png(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, pixels, pixels, hints)));
        } catch (WriterException tooLong) {
            return Optional.empty();
        }
    }

    private static byte[] png(BitMatrix squares) {
        var image = new BufferedImage(squares.getWidth(), squares.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                image.setRGB(x, y, squares.get(x, y) ? 0 : WHITE);
            }
        }
        try {
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
