/** SHA-256 (FIPS 180-4), by ourselves: browsers give theirs to pages over https only, and a city hall's intranet often is not. */
const FIRST = [2, 3, 5, 7, 11, 13, 17, 19]
const PRIMES = Array.from({ length: 312 }, (_, n) => n).filter((n) => n > 1 && !Array.from({ length: n }, (_, d) => d).some((d) => d > 1 && n % d === 0))
/** The first 32 bits of a root's fraction. */
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0
const START = FIRST.map((prime) => fraction(Math.sqrt(prime)))
const ROUNDS = PRIMES.map((prime) => fraction(Math.cbrt(prime)))
const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The 32 bytes of the digest. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const state = [...START]
  const whole = padded(bytes)
  for (let at = 0; at < whole.byteLength; at += 64) digest(state, new DataView(whole.buffer, at, 64))
  const answer = new DataView(new ArrayBuffer(32))
  state.forEach((word, n) => answer.setInt32(4 * n, word))
  return new Uint8Array(answer.buffer)
}

/** With the one bit and the length behind it, in blocks of 64. */
function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  new DataView(whole.buffer).setBigUint64(whole.length - 8, BigInt(bytes.length) * 8n)
  return whole
}

function digest(state: number[], block: DataView): void {
  const w = Array.from({ length: 16 }, (_, n) => block.getInt32(4 * n))
  for (let n = 16; n < 64; n++) {
    const [early, late] = [w[n - 15]!, w[n - 2]!]
    const low = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const high = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    w[n] = (w[n - 16]! + low + w[n - 7]! + high) | 0
  }
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number]
  for (let n = 0; n < 64; n++) {
    const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[n]! + w[n]!) | 0
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g]
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, n) => (state[n] = (state[n]! + word) | 0))
}
