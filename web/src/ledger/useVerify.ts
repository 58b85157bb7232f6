import { computed, onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import { getProof, postVerify, type Checked } from './api'
import { unpacked } from './compact'
import { LONGEST, pasted, readProof } from './model'
import { isNumber, readLedger, verifyAddress } from './standing'

/** One proof before the reader: where it came from, what the house says of it, and what it says itself. */
export function useVerify() {
  const number = ref('')
  const text = ref('')
  const checked = shallowRef<{ text: string; file: string; verdict: Checked } | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const tooLong = ref(false)
  const busy = ref(false)
  let turn = 0
  /** A verdict is of the text that was checked: once that is changed, nothing is said any more. */
  const verdict = computed(() => (checked.value?.text === text.value ? checked.value.verdict : null))
  const read = computed(() => (verdict.value && checked.value ? readProof(checked.value.file) : null))

  /** Only the newest question is answered. */
  async function trying(work: (mine: () => boolean) => Promise<void>): Promise<void> {
    const at = ++turn
    const mine = () => at === turn
    busy.value = true
    problem.value = null
    tooLong.value = false
    try {
      await work(mine)
    } catch (thrown) {
      if (mine()) problem.value = problemOf(thrown)
    } finally {
      if (mine()) busy.value = false
    }
  }

  async function check(proof: string, mine: () => boolean): Promise<void> {
    text.value = proof
    tooLong.value = proof.length > LONGEST
    if (tooLong.value) return
    const [verdict, file] = await Promise.all([postVerify(proof), unpacked(proof)])
    if (mine()) checked.value = { text: proof, file, verdict }
  }

  /** What stands in the field. */
  const verify = () => trying((mine) => check(pasted(text.value), mine))

  /** A file as it is, to the letter. */
  const take = (file: File) =>
    trying(async (mine) => {
      number.value = ''
      if (file.size > LONGEST) {
        tooLong.value = true
        return
      }
      const proof = await file.text()
      if (mine()) await check(proof, mine)
    })

  const fetchIt = () =>
    trying(async (mine) => {
      text.value = ''
      const proof = await getProof(number.value)
      if (mine()) await check(proof, mine)
    })

  /** Asks for a record by its number; the address then says which. */
  function choose(): void {
    if (!isNumber(number.value)) return
    if (location.hash !== verifyAddress(number.value)) history.pushState(null, '', verifyAddress(number.value))
    void fetchIt()
  }

  function heard(): void {
    const asked = readLedger(location.hash)?.number
    if (!asked || asked === number.value) return
    number.value = asked
    void fetchIt()
  }
  onMounted(() => {
    addEventListener('popstate', heard)
    heard()
  })
  onBeforeUnmount(() => removeEventListener('popstate', heard))
  return { number, text, verdict, read, problem, tooLong, busy, verify, take, choose }
}
