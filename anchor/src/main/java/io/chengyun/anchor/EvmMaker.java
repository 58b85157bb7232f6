package io.chengyun.anchor;

import io.chengyun.platform.ledger.anchor.Anchor;
import io.chengyun.platform.ledger.anchor.AnchorSettings;
import java.nio.file.Path;

/** Makes the anchor to a chain of the Ethereum kind (EVM 锚定适配). */
public final class EvmMaker implements Anchor.Maker {

    @Override
    public Anchor make(AnchorSettings settings) {
        return new EvmAnchor(
                settings, new Node(settings.url(), settings.patience()), Account.read(Path.of(settings.keyFile())));
    }
}
