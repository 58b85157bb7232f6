import { computed, ref, watchEffect } from 'vue'

/** Every word on screen comes from a message file; Chinese first, English second. */
export type Language = 'zh' | 'en'
export type Messages = Record<string, string>

const KEPT = 'chengyun.language'
const language = ref<Language>(kept())
const messages: Record<Language, Messages> = { zh: {}, en: {} }

function kept(): Language {
  return globalThis.localStorage?.getItem(KEPT) === 'en' ? 'en' : 'zh'
}

export function addMessages(of: Language, more: Messages): void {
  Object.assign(messages[of], more)
}

/** The message with its {places} filled; a key nobody translated shows as itself, so that it is seen. */
export function say(all: Messages, key: string, values: Record<string, string | number> = {}): string {
  const template = all[key]
  if (template === undefined) return key
  return template.replace(/\{(\w+)}/g, (_, name: string) => String(values[name] ?? ''))
}

export function useWords() {
  const t = (key: string, values?: Record<string, string | number>) => say(messages[language.value], key, values)
  /** For codes that a city may add to: the message if there is one, else the code itself. */
  const named = (prefix: string, code: string) => {
    const key = `${prefix}.${code}`
    return messages[language.value][key] ?? code
  }
  /** Of a thing that carries both names, the one in the reader's language. */
  const either = (zh: string | null | undefined, en: string | null | undefined) =>
    (language.value === 'en' ? en || zh : zh || en) ?? ''
  return { t, named, either, language, english: computed(() => language.value === 'en'), choose }
}

function choose(to: Language): void {
  language.value = to
  globalThis.localStorage?.setItem(KEPT, to)
}

if (typeof document !== 'undefined') {
  // At once, not after the next tick: the map reads its type from the page.
  watchEffect(
    () => {
      document.documentElement.lang = language.value === 'en' ? 'en' : 'zh-CN'
    },
    { flush: 'sync' },
  )
}
