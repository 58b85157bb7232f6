import { useOrganisations } from '@/kit/useOrganisations'
import { usePeople } from '@/kit/usePeople'
import { useWords } from '@/lib/words'
import type { TimelineEntry } from './api'
import { saidOf } from './timeline'

/** What a line of the history says, in the reader's language. */
export function useTold() {
  const { t, named } = useWords()
  const { organisationName } = useOrganisations()
  const { personName } = usePeople()
  const told = (line: TimelineEntry): string => {
    const said = saidOf(line)
    if (said === null) return ''
    if ('text' in said) return said.text
    return t(said.key, {
      level: said.level ? named('level', said.level) : '',
      from: personName(said.from),
      to: said.to === line.organisation ? organisationName(said.to) : personName(said.to),
    })
  }
  return { told }
}
