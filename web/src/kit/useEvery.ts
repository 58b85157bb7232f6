import { onBeforeUnmount, onMounted } from 'vue'

/** Does something again and again while a page is open and in sight. */
export function useEvery(millis: number, act: () => void): void {
  let beating: ReturnType<typeof setInterval> | undefined
  onMounted(() => (beating = setInterval(() => void (!document.hidden && act()), millis)))
  onBeforeUnmount(() => clearInterval(beating))
}
