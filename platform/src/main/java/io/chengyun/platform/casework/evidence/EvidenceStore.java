package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.Fault;

/** Where the bytes of evidence lie (证据库), by their digest. What was kept is there after a power cut. */
interface EvidenceStore {

    /** Keeps bytes under their digest; the same again changes nothing. */
    void keep(String digest, byte[] bytes);

    /**
     * What was kept, as it now lies there.
     *
     * @throws Fault where it is gone or cannot be reached
     */
    byte[] read(String digest);
}
