import { shallowRef } from 'vue'
import { getLife, type Life } from './api'

/** The life of every case, the same for all of them: asked once. */
const life = shallowRef<Life | null>(null)
let asked: Promise<void> | undefined

async function ask(): Promise<void> {
  try {
    life.value = await getLife()
  } catch {
    asked = undefined // asked again with the next case
  }
}

export function useLife() {
  asked ??= ask()
  return { life }
}
