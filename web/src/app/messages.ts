import { addMessages, type Language, type Messages } from '@/lib/words'

/** Every folder brings its own words, once in each language. */
const files = import.meta.glob<Messages>('../*/words.*.json', { eager: true, import: 'default' })

export function loadMessages(): void {
  for (const [path, messages] of Object.entries(files)) {
    addMessages(/words\.(zh|en)\.json$/.exec(path)![1] as Language, messages)
  }
}
