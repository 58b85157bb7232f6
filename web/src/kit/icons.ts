/** Our own line icons on a 24-unit field: the same path serves the page (SVG) and the map (canvas). */
export const ICONS = {
  rain: 'M7 15a4.2 4.2 0 0 1-.4-8.38A5.6 5.6 0 0 1 17.3 8 3.6 3.6 0 0 1 17 15M8.5 17.5l-1 3M12.5 17.5l-1 3M16.5 17.5l-1 3',
  water: 'M3 9c1.5-1.6 3-1.6 4.5 0s3 1.6 4.5 0 3-1.6 4.5 0 3 1.6 4.5 0M3 14c1.5-1.6 3-1.6 4.5 0s3 1.6 4.5 0 3-1.6 4.5 0 3 1.6 4.5 0M3 19c1.5-1.6 3-1.6 4.5 0s3 1.6 4.5 0 3-1.6 4.5 0 3 1.6 4.5 0M12 2.5v3',
  depth: 'M4 4v16h16M8 4v3M8 10h4M8 14h3M13 17c1.2-1.2 2.3-1.2 3.5 0s2.3 1.2 3.5 0',
  wind: 'M3 9h10.5a2.8 2.8 0 1 0-2.7-3.6M3 13h15a2.8 2.8 0 1 1-2.7 3.6M3 17h8',
  heat: 'M10 13.5V5a2 2 0 1 1 4 0v8.5a4 4 0 1 1-4 0zM12 9v7',
  gauge: 'M4.5 17a8.5 8.5 0 1 1 15 0M12 14l3.5-5M12 14.5v.01',
  air: 'M4 8h.01M9 6h.01M14 8.5h.01M19 6h.01M6 12.5h.01M11.5 12h.01M17 12.5h.01M4 17h.01M9 18h.01M14.5 16.5h.01M19.5 18h.01',
  dot: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  hourglass: 'M7 3h10M7 21h10M8 3c0 5 3 6 4 9 1-3 4-4 4-9M8 21c0-5 3-6 4-9 1 3 4 4 4 9',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2.5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  unknown: 'M9 9.2a3 3 0 1 1 4.6 2.5c-1.1.7-1.6 1.3-1.6 2.6M12 17.5v.01',
  alert: 'M12 6v7.5M12 17.5v.01',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5',
  phone: 'M7 3.5l3 4.5-2 2c1 2.6 3.4 5 6 6l2-2 4.5 3c-.4 2.2-1.8 3.5-4 3.5C9.500 20.500 3.500 14.500 3.500 7.500c0-2.200 1.300-3.600 3.500-4z',
  people: 'M9 5a3.2 3.2 0 1 0 0 6.4A3.2 3.2 0 0 0 9 5zM3 19.5c.6-3.4 2.9-5 6-5s5.4 1.6 6 5M16 5.4a3 3 0 0 1 0 5.6M17.5 14.9c2 .6 3.2 2.1 3.6 4.6',
  office: 'M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3',
  place: 'M12 21c-4-4.5-6.5-7.7-6.5-11a6.5 6.5 0 0 1 13 0c0 3.3-2.5 6.5-6.5 11zM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  link: 'M4 12a8 8 0 0 1 16 0M7.5 13.5a4.5 4.5 0 0 1 9 0M12 17.5v.01',
  broken: 'M4 12a8 8 0 0 1 3-6.2M20 12a8 8 0 0 0-9-7.9M4 4l16 16M12 17.5v.01',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  wall: 'M3 5h18v11H3zM9 20h6M12 16v4',
  photo: 'M4 7h4l1.5-2.5h5L16 7h4v12H4zM12 9.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  voice: 'M12 3.5a2.5 2.5 0 0 0-2.5 2.5v5.5a2.5 2.5 0 0 0 5 0V6A2.5 2.5 0 0 0 12 3.5zM6 11a6 6 0 0 0 12 0M12 17v3.5M9 20.5h6',
  reload: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 3.5v4h-4',
  down: 'M6 9.5l6 6 6-6',
  right: 'M9.5 6l6 6-6 6',
  device: 'M7 8h10v12H7zM12 8V4M9 4h6M10 12h4M10 16h4',
  rule: 'M4 6h10M4 12h7M4 18h10M16 14l2.5 2.5L22 12',
  ledger: 'M5 4h14v16H5zM9 4v16M12 9h4M12 13h4',
  seal: 'M12 3l7 3v5.5c0 4.3-2.9 7.6-7 9.5-4.1-1.9-7-5.2-7-9.5V6zM8.5 12l2.5 2.5 4.5-5',
  erased: 'M6 3h8l4 4v14H6zM4 4l16 17',
  split: 'M12 21v-7L5 7V3.5M12 14l7-7V3.5',
  tree: 'M12 5v4M6 15v-3h12v3M12 9v3M10 3h4v2h-4zM4 15h4v3H4zM16 15h4v3h-4z',
  save: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
  copy: 'M9 8h11v12H9zM15 8V4H4v12h5',
  code: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5M20 14v6M14 20h3',
  home: 'M4 11l8-7 8 7M6.5 9.5V20h11V9.5',
  pause: 'M9 6v12M15 6v12',
  eye: 'M2.5 12c2.4-4.2 5.6-6.3 9.5-6.3s7.1 2.1 9.5 6.3c-2.4 4.2-5.6 6.3-9.5 6.3S4.9 16.2 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  inbox: 'M4 5h16v14H4zM4 13h5l1.5 2.5h3L15 13h5',
  table: 'M4 5h16v14H4zM4 10h16M4 14.500h16M10 5v14',
  out: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
} as const

export type IconName = keyof typeof ICONS

/** Each grade has a shape of its own, so that no one needs to tell colours apart. */
export const GRADE_SHAPES = {
  BLUE: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19z',
  YELLOW: 'M12 2.2L22.6 21H1.4z',
  ORANGE: 'M12 1.2L22.8 12 12 22.8 1.2 12z',
  RED: 'M7.7 1.8h8.6l5.9 5.9v8.6l-5.9 5.9H7.7l-5.9-5.9V7.7z',
} as const

const BY_DANGER: Record<string, IconName> = {
  rainstorm: 'rain',
  rain: 'rain',
  waterlogging: 'depth',
  'high-water': 'water',
  flooding: 'depth',
  river: 'water',
  water_level: 'water',
  flood: 'water',
  tide: 'water',
  typhoon: 'wind',
  gale: 'wind',
  wind: 'wind',
  heat: 'heat',
  air: 'air',
}

export function dangerIcon(danger: string): IconName {
  return BY_DANGER[danger] ?? 'alert'
}

const BY_PROPERTY: Record<string, IconName> = {
  rainfall: 'rain',
  water_level: 'water',
  water_depth: 'depth',
  wind_speed: 'wind',
  wind_gust: 'wind',
  temperature: 'heat',
  pressure: 'gauge',
  flow: 'gauge',
  pm25: 'air',
  pm10: 'air',
  so2: 'air',
  no2: 'air',
  co: 'air',
  o3: 'air',
}

export function propertyIcon(property: string): IconName {
  return BY_PROPERTY[property] ?? 'dot'
}
