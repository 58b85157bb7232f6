import { LONGEST, PACKED } from './model'

/** The form of a proof that a QR code on paper carries: what is shown and the bare file, deflated (RFC 1951), in 45 characters (RFC 9285). */
const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const LENGTH = 4
const TITLE = /^.*\n/

/** The file that it stands for; the text itself where it is none, or cannot be unpacked. */
export async function unpacked(text: string): Promise<string> {
  if (!text.startsWith(PACKED)) return text
  const packed = bytesOf(text.trim().slice(PACKED.length))
  const both = packed && (await inflated(packed))
  if (!both || both.length < LENGTH) return text
  const length = new DataView(both.buffer, both.byteOffset).getUint32(0)
  if (length > both.length - LENGTH) return text
  const extra = Array.from(both.subarray(LENGTH, LENGTH + length), (byte) => String.fromCharCode(byte)).join('')
  const bare = new TextDecoder().decode(both.subarray(LENGTH + length))
  return length === 0 ? bare : bare.replace(TITLE, (title) => `${title}extra ${btoa(extra)}\n`)
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const digits = Array.from(text.slice(at, at + 3), (character) => CHARACTERS.indexOf(character))
    const number = digits.reduceRight((all, digit) => all * CHARACTERS.length + digit, 0)
    if (digits.includes(-1) || digits.length === 1 || number > (digits.length === 3 ? 0xffff : 0xff)) return null
    bytes.push(...(digits.length === 3 ? [number >> 8, number & 0xff] : [number]))
  }
  return Uint8Array.from(bytes)
}

/** Nothing where it is damaged, or grows beyond what a proof may be. */
async function inflated(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const parts: Uint8Array[] = []
  try {
    for (let length = 0; length <= LONGEST; ) {
      const { done, value } = await reader.read()
      if (done) return joined(parts)
      parts.push(value)
      length += value.length
    }
    await reader.cancel()
    return null
  } catch {
    return null // the reader is told by what cannot be drawn
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0)
  return all
}
