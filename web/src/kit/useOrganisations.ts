import { shallowRef } from 'vue'
import { get } from '@/lib/http'
import type { Schemas } from '@/lib/wire'
import { useWords } from '@/lib/words'

export type Organisation = Schemas['place.Organisation']

/** Who there is to hold a case: asked once; where the platform does not tell, codes stand for themselves. */
const known = shallowRef<readonly Organisation[]>([])
let asked: Promise<void> | undefined

async function ask(): Promise<void> {
  try {
    known.value = await get<Organisation[]>('/api/organisations')
  } catch {
    asked = undefined // asked again with the next case
  }
}

export function useOrganisations() {
  const { either } = useWords()
  asked ??= ask()
  const organisationName = (code: string): string => {
    const found = known.value.find((each) => each.code === code)
    return found ? either(found.name, found.nameEn) : code
  }
  return { known, organisationName }
}
