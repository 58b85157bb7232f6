import { computed, watchEffect } from 'vue'
import { useAddress } from '@/lib/address'

/** Day or night watch, desk or wall: carried by the address, so that a wall opens as a wall. */
export function useTheme() {
  const { view, set } = useAddress()
  const prefersNight = globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false
  const night = computed(() => view.value.night ?? prefersNight)
  const wall = computed(() => view.value.wall)
  // At once, not after the next tick: the map reads its colours from the page.
  watchEffect(
    () => {
      document.documentElement.classList.toggle('night', night.value)
      document.documentElement.classList.toggle('wall', wall.value)
    },
    { flush: 'sync' },
  )
  return { night, wall, turn: () => set({ night: !night.value }), hang: () => set({ wall: !wall.value }) }
}
