import { shallowRef } from 'vue'
import { get } from '@/lib/http'
import { useWords } from '@/lib/words'

interface Property {
  code: string
  name: string
  nameEn: string
  unit: string
}

/** What the district's devices observe: asked once; where the platform does not tell, codes are shown. */
const properties = shallowRef<readonly Property[]>([])
let asked: Promise<void> | undefined

async function ask(): Promise<void> {
  try {
    properties.value = await get<Property[]>('/api/properties')
  } catch {
    asked = undefined // asked again with the next page
  }
}

export function useProperties() {
  const { either } = useWords()
  asked ??= ask()
  const propertyName = (code: string): string => {
    const found = properties.value.find((each) => each.code === code)
    return found ? either(found.name, found.nameEn) : code
  }
  return { properties, propertyName }
}
