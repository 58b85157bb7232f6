/** Made-up ground for the development server: an outline of our own, cut into towns and grids. */
type At = [number, number]

const OUTLINE: At[] = [
  [121.268, 31.225], [121.3, 31.262], [121.335, 31.252], [121.352, 31.205], [121.372, 31.19], [121.405, 31.198],
  [121.43, 31.165], [121.425, 31.13], [121.462, 31.118], [121.49, 31.135], [121.53, 31.118], [121.568, 31.1],
  [121.572, 31.045], [121.545, 31.0], [121.515, 30.985], [121.48, 30.99], [121.44, 30.975], [121.4, 30.978],
  [121.355, 30.99], [121.33, 31.0], [121.318, 31.045], [121.335, 31.08], [121.33, 31.11], [121.3, 31.14],
  [121.278, 31.165], [121.258, 31.195],
]

export const TOWNS: { code: string; name: string; nameEn: string; at: At; grids: number }[] = [
  { code: '310112106', name: '华漕镇', nameEn: 'Huacao', at: [121.287, 31.21], grids: 4 },
  { code: '310112008', name: '新虹街道', nameEn: 'Xinhong', at: [121.325, 31.195], grids: 3 },
  { code: '310112107', name: '虹桥镇', nameEn: 'Hongqiao', at: [121.385, 31.18], grids: 4 },
  { code: '310112102', name: '七宝镇', nameEn: 'Qibao', at: [121.345, 31.155], grids: 4 },
  { code: '310112006', name: '古美路街道', nameEn: 'Gumei Road', at: [121.397, 31.147], grids: 3 },
  { code: '310112101', name: '莘庄镇', nameEn: 'Xinzhuang', at: [121.372, 31.112], grids: 6 },
  { code: '310112108', name: '梅陇镇', nameEn: 'Meilong', at: [121.42, 31.098], grids: 8 },
  { code: '310112501', name: '莘庄工业区', nameEn: 'Xinzhuang Industrial Zone', at: [121.358, 31.07], grids: 2 },
  { code: '310112103', name: '颛桥镇', nameEn: 'Zhuanqiao', at: [121.403, 31.06], grids: 5 },
  { code: '310112112', name: '马桥镇', nameEn: 'Maqiao', at: [121.352, 31.025], grids: 5 },
  { code: '310112001', name: '江川路街道', nameEn: 'Jiangchuan Road', at: [121.405, 31.005], grids: 6 },
  { code: '310112110', name: '吴泾镇', nameEn: 'Wujing', at: [121.455, 31.035], grids: 5 },
  { code: '310112009', name: '浦锦街道', nameEn: 'Pujin', at: [121.495, 31.085], grids: 4 },
  { code: '310112114', name: '浦江镇', nameEn: 'Pujiang', at: [121.525, 31.045], grids: 9 },
]

/** The part of a ring nearer to `mine` than to `other`. */
function nearer(ring: At[], mine: At, other: At): At[] {
  const side = ([x, y]: At) => (x - (mine[0] + other[0]) / 2) * (mine[0] - other[0]) + (y - (mine[1] + other[1]) / 2) * (mine[1] - other[1])
  return ring.flatMap((at, i) => {
    const next = ring[(i + 1) % ring.length]!
    const [a, b] = [side(at), side(next)]
    const kept: At[] = a >= 0 ? [at] : []
    if (a >= 0 !== b >= 0) kept.push([at[0] + ((next[0] - at[0]) * a) / (a - b), at[1] + ((next[1] - at[1]) * a) / (a - b)])
    return kept
  })
}

function cell(ring: At[], sites: At[], index: number): At[] {
  return sites.reduce((rest, other, i) => (i === index ? rest : nearer(rest, sites[index]!, other)), ring)
}

function collection(rings: { properties: object; ring: At[] }[]) {
  return {
    type: 'FeatureCollection',
    features: rings.map(({ properties, ring }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    })),
  }
}

const townRings = TOWNS.map((_, i) => cell(OUTLINE, TOWNS.map((town) => town.at), i))

export function outline() {
  return collection([{ properties: { code: '310112', name: '闵行区', nameEn: 'Minhang', synthetic: true }, ring: OUTLINE }])
}

export function towns() {
  return collection(TOWNS.map(({ code, name, nameEn }, i) => ({ properties: { code, name, nameEn }, ring: townRings[i]! })))
}

export function grids() {
  return collection(
    TOWNS.flatMap((town, i) => {
      const sites = Array.from({ length: town.grids }, (_, k): At => {
        const angle = (k / town.grids) * Math.PI * 2 + i
        return [town.at[0] + Math.cos(angle) * 0.012 * (1 + (k % 2)), town.at[1] + Math.sin(angle) * 0.01 * (1 + (k % 3) / 2)]
      })
      return sites.map((_, k) => ({
        properties: { code: `${town.code}G0${k + 1}`, name: `第${k + 1}网格`, nameEn: `Grid ${k + 1}` },
        ring: cell(townRings[i]!, sites, k),
      }))
    }),
  )
}
