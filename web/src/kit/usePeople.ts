import { shallowRef } from 'vue'
import { get } from '@/lib/http'
import type { Schemas } from '@/lib/wire'
import { useWords } from '@/lib/words'
import { useOrganisations } from './useOrganisations'

export type Colleague = Schemas['access.sight.Colleague']

/** How the platform signs what it does by itself. */
const HOUSE = 'house'
/** As many as the platform answers at once. */
const TOGETHER = 100

/** Who stands behind staff ids, as whoever sits here may see them. */
const known = shallowRef<ReadonlyMap<string, Colleague>>(new Map())
/** Of whom the platform was heard, or could not be. */
const heard = shallowRef<ReadonlySet<string>>(new Set())
let asked = new Set<string>()
let waiting: string[] = []
let sitting = 0

/** Somebody else sits here: what the last one might see is none of theirs. */
export function forgetPeople(): void {
  known.value = new Map()
  heard.value = new Set()
  asked = new Set()
  waiting = []
  sitting++
}

/** One question for all that a page shows at once. */
function want(id: string): void {
  if (asked.has(id)) return
  asked.add(id)
  if (waiting.push(id) === 1) queueMicrotask(() => void ask())
}

async function ask(): Promise<void> {
  const ids = waiting
  const then = sitting
  waiting = []
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const some = ids.slice(from, from + TOGETHER)
    try {
      const found = await get<Colleague[]>(`/api/staff?${some.map((id) => `id=${encodeURIComponent(id)}`).join('&')}`)
      if (then !== sitting) return
      known.value = new Map([...known.value, ...found.map((each) => [each.id, each] as const)])
    } catch {
      // asked again with the next thing that is shown
      if (then !== sitting) return
      some.forEach((id) => asked.delete(id))
    }
    heard.value = new Set([...heard.value, ...some])
  }
}

/**
 * People by post and name; by the post alone where the reader may not know the name, and by the id itself where nobody is known of
 * that id, such as a person who left. Nothing is shown of a person while the answer is on its way.
 */
export function usePeople() {
  const { t, named, either } = useWords()
  const { organisationName } = useOrganisations()

  function find(id: string): Colleague | undefined {
    want(id)
    return known.value.get(id)
  }
  function said(person: Colleague): string {
    const post = person.roles.map((role) => named('role', role)).join(t('kit.comma'))
    const name = either(person.name, person.nameEn)
    return name ? t('person.named', { post, name }) : post
  }
  const personName = (id: string | null | undefined): string => {
    if (!id || id === HOUSE) return t('person.house')
    const person = find(id)
    if (person) return said(person)
    return heard.value.has(id) ? id : t('person.asking')
  }
  /** With the organisation, where none stands beside. */
  const personAt = (id: string): string => {
    const person = id === HOUSE ? undefined : find(id)
    return person ? t('person.at', { organisation: organisationName(person.organisation), who: said(person) }) : personName(id)
  }
  return { personName, personAt }
}
