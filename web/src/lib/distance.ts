/** WGS84 degrees. */
export interface Point {
  lon: number
  lat: number
}

const METRES_A_DEGREE = 111_320

/** Metres between two points of one city. */
export function metresBetween(a: Point, b: Point): number {
  const east = (b.lon - a.lon) * Math.cos((a.lat * Math.PI) / 180)
  return METRES_A_DEGREE * Math.hypot(east, b.lat - a.lat)
}
