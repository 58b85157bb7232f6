import { useOrganisations } from '@/kit/useOrganisations'
import { useWords } from '@/lib/words'
import type { TimelineEntry } from './api'
import { saidOf } from './timeline'

/** What a line of the history says, in the reader's language. */
export function useTold() {
  const { t, named } = useWords()
  const { organisationName } = useOrganisations()
  const told = (line: TimelineEntry): string => {
    const said = saidOf(line)
    if (said === null) return ''
    if ('text' in said) return said.text
    return t(said.key, {
      level: said.level ? named('level', said.level) : '',
      from: said.from ?? '',
      to: organisationName(said.to ?? ''),
    })
  }
  return { told }
}
