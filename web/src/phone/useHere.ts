import { onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { deviceNow } from './device'
import type { Here } from './model'

/** Where the device is, as it last said; and how long ago that was. */
export function useHere() {
  const here = shallowRef<Here | null>(null)
  const denied = ref(false)
  const ageMillis = ref(0)
  let watching: number | undefined
  let counting: ReturnType<typeof setInterval> | undefined
  const count = () => void (ageMillis.value = here.value ? Math.max(0, deviceNow() - here.value.at) : 0)

  onMounted(() => {
    counting = setInterval(count, 5_000)
    if (!('geolocation' in navigator)) {
      denied.value = true
      return
    }
    watching = navigator.geolocation.watchPosition(
      ({ coords, timestamp }) => {
        here.value = { lon: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy, at: timestamp }
        denied.value = false
        count()
      },
      () => (denied.value = here.value === null),
      { enableHighAccuracy: true, maximumAge: 10_000 },
    )
  })
  onBeforeUnmount(() => {
    clearInterval(counting)
    if (watching !== undefined) navigator.geolocation.clearWatch(watching)
  })
  return { here, denied, ageMillis }
}
