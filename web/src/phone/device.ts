/** Milliseconds by the device's own clock: for ages of what the device itself noted, never shown as a time. */
export function deviceNow(): number {
  return performance.timeOrigin + performance.now()
}

/** A name that no other device gives: in it a report is sent once. */
export function newName(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
