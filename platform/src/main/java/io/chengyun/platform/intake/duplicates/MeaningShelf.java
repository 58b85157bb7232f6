package io.chengyun.platform.intake.duplicates;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where meanings of requests are kept once they were read (语义存放): reading one takes longer than all else. */
interface MeaningShelf {

    /** Those that are kept, by request. */
    Map<String, float[]> find(Collection<String> requests);

    void keep(String request, float[] meaning);

    /** In memory, the last few thousand; for tools without a database. */
    final class Memory extends LinkedHashMap<String, float[]> implements MeaningShelf {

        private static final long serialVersionUID = 1L;
        private static final int MOST = 4_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > MOST;
        }

        @Override
        public Map<String, float[]> find(Collection<String> requests) {
            var found = new HashMap<String, float[]>();
            for (var request : requests) {
                var meaning = get(request);
                if (meaning != null) {
                    found.put(request, meaning);
                }
            }
            return found;
        }

        @Override
        public void keep(String request, float[] meaning) {
            put(request, meaning);
        }
    }
}
