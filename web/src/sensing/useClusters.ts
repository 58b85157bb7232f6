import { shallowRef, watch, type Ref } from 'vue'
import { getClusters, type Cluster } from './api'
import { worst } from './model'

const TILE = 256

/** What the server gathered for the part of the map in sight; nothing while the layer is not shown. */
export function useClusters(shown: Ref<boolean>, centre: Ref<[number, number] | null>, zoom: Ref<number | null>) {
  const clusters = shallowRef<Cluster[]>([])
  const failed = shallowRef(false)
  let asked = 0
  async function ask(): Promise<void> {
    const mine = ++asked
    if (!shown.value || !centre.value || !zoom.value) {
      clusters.value = []
      return
    }
    // a screen and a half each way, so that small moves need no question
    const degrees = (360 / (TILE * 2 ** zoom.value)) * 1_600
    const [lon, lat] = centre.value
    try {
      const answer = await getClusters([lon - degrees, lat - degrees, lon + degrees, lat + degrees].map((each) => Number(each.toFixed(4))), zoom.value)
      if (mine === asked) clusters.value = answer.clusters
      failed.value = false
    } catch {
      failed.value = true
    }
  }
  watch([shown, () => centre.value?.join(), zoom], ask, { immediate: true })
  const marks = (of: readonly Cluster[]) =>
    of.map((each) => ({ lon: each.lon, lat: each.lat, count: each.count, device: each.device ?? null, worst: worst(each.health) }))
  return { clusters, marks, failed, again: ask }
}
