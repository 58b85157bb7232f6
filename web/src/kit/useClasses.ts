import { computed, shallowRef } from 'vue'
import { get } from '@/lib/http'
import type { Schemas } from '@/lib/wire'
import { useWords } from '@/lib/words'

export type CaseClass = Schemas['scenario.ClassController.ClassCard']

/** Which classes of cases there are: asked once; where the platform does not tell, codes are shown. */
const known = shallowRef<ReadonlyMap<string, CaseClass>>(new Map())
let asked: Promise<void> | undefined

async function ask(): Promise<void> {
  try {
    const classes = await get<CaseClass[]>('/api/classes')
    known.value = new Map(classes.map((each) => [each.code, each]))
  } catch {
    asked = undefined // asked again with the next case
  }
}

export function useClasses() {
  const { t, either } = useWords()
  asked ??= ask()
  const className = (code: string): string => {
    const found = known.value.get(code)
    return found ? either(found.name, found.nameEn) : t('kit.caseClass', { code })
  }
  /** By code, which keeps majors together. */
  const classes = computed(() => [...known.value.values()].toSorted((a, b) => a.code.localeCompare(b.code)))
  const standardsOf = (code: string) => known.value.get(code)?.standards ?? []
  return { className, standardsOf, classes }
}
