/** Values as people read them: no more digits than the unit deserves. */
export function valueWords(value: number, unit: string): string {
  const digits = unit === 'm' || unit === 'MPa' ? 2 : Math.abs(value) >= 100 ? 0 : 1
  return value.toFixed(digits)
}
