import { useWords } from '@/lib/words'

/** What happened, in the house's words where it has some, and where the thing can be looked at. */
export function useTypes() {
  const { named } = useWords()
  function typeName(type: string): string {
    const own = named('ledger.type', type)
    if (own !== type || !type.startsWith('casework.')) return own
    const short = type.slice(type.lastIndexOf('.') + 1)
    const said = named('event', short)
    return said === short ? type : said
  }
  function subjectAddress(type: string, subject: string): string | null {
    if (type.startsWith('exchange.')) return `#/data/${encodeURIComponent(subject)}`
    const kind = { casework: 'case', warning: 'warning' }[type.slice(0, type.indexOf('.'))]
    return kind ? `#/?${kind}=${encodeURIComponent(subject)}` : null
  }
  return { typeName, subjectAddress }
}
