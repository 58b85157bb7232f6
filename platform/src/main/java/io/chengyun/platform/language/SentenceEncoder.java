package io.chengyun.platform.language;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The encoder that the house carries (句向量编码器): BGE small for Chinese, 512 numbers a text. It takes some 200 MB once loaded, so
 * it is loaded for the first text and not before.
 */
@Component
public final class SentenceEncoder implements Encoder {

    private static final int NUMBERS = 512;

    private @Nullable EmbeddingModel model;

    @Override
    public float[] encode(String text) {
        return text.isBlank()
                ? new float[NUMBERS]
                : loaded().embed(text).content().vector();
    }

    private synchronized EmbeddingModel loaded() {
        var there = model;
        if (there == null) {
            // the library that cuts texts into words would tell its makers where it runs
            System.setProperty("OPT_OUT_TRACKING", "true");
            there = new BgeSmallZhV15QuantizedEmbeddingModel();
            model = there;
        }
        return there;
    }
}
