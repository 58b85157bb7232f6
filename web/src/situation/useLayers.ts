import type OlMap from 'ol/Map'
import { computed, watch, watchEffect, type Ref } from 'vue'
import { areas } from '@/map/areas'
import { tileTemplate } from '@/map/baseMap'
import { casesLayer, type CaseMark } from '@/map/layers/cases'
import { devicesLayer, type DeviceMark } from '@/map/layers/devices'
import { districtLayer } from '@/map/layers/district'
import { graticuleLayer } from '@/map/layers/graticule'
import { gridsLayer } from '@/map/layers/grids'
import { sensorsLayer, type SensorMark } from '@/map/layers/sensors'
import { tilesLayer } from '@/map/layers/tiles'
import { townsLayer } from '@/map/layers/towns'
import { warningsLayer, type TownWarning } from '@/map/layers/warnings'
import type { Look } from '@/map/look'
import type { AreaName, Sensor, Warning } from '@/lib/wire'
import { nameAreas } from '@/kit/useAreas'
import { useWords } from '@/lib/words'
import { gradeByTown, isUnknown, valueWords } from './model'
import { useSituation } from './useSituation'

export interface Shown {
  look: Ref<Look>
  night: Ref<boolean>
  warnings: Ref<readonly Warning[]>
  caseMarks: Ref<readonly CaseMark[]>
  chosenSensor: Ref<number | null>
  /** Gathered devices; null while the layer is not wanted, then the sensors show themselves. */
  deviceMarks: Ref<readonly DeviceMark[] | null>
}

/** Keeps the map's layers equal to the situation: one watcher a layer, so that a rain gauge redraws only gauges. */
export function useLayers(map: OlMap, { look, night, warnings, caseMarks, chosenSensor, deviceMarks }: Shown): () => void {
  const { t, either } = useWords()
  const { sensors, crowd, link, district } = useSituation()
  const tiles = tilesLayer(map)
  const graticule = graticuleLayer(map)
  const ground = districtLayer(map)
  const grids = gridsLayer(map)
  const towns = townsLayer(map)
  const gauges = sensorsLayer(map)
  const devices = devicesLayer(map)
  const cases = casesLayer(map)
  const badges = warningsLayer(map)

  const template = computed(() => tileTemplate(district.value?.baseMap ?? null))
  const badgesShown = computed<TownWarning[]>(() =>
    warnings.value.map(({ id, identity, label, grade }) => ({
      id,
      town: identity.town,
      danger: identity.danger,
      grade,
      words: t('warning.badge', { danger: either(label.name, label.nameEn), grade: t(`grade.${grade}`) }),
    })),
  )
  const markOf = (sensor: Sensor): SensorMark => {
    const unknown = isUnknown(sensor, link.value)
    return {
      id: String(sensor.stream),
      lon: sensor.lon,
      lat: sensor.lat,
      property: sensor.property,
      words: unknown || sensor.value === null ? t('sensor.unknown') : `${valueWords(sensor.value, sensor.unit)} ${sensor.unit}`,
      grade: unknown ? null : sensor.grade,
      unknown,
      chosen: sensor.stream === chosenSensor.value,
    }
  }

  watchEffect(() => tiles.update({ template: template.value, night: night.value }, look.value))
  watchEffect(() => graticule.update(null, look.value))
  watchEffect(() => ground.update({ overTiles: template.value !== null }, look.value))
  watchEffect(() => grids.update(null, look.value))
  watch([() => JSON.stringify([...gradeByTown(warnings.value)]), look], () => towns.update(gradeByTown(warnings.value), look.value), { immediate: true })
  watch([() => JSON.stringify(badgesShown.value), look], () => badges.update(badgesShown.value, look.value), { immediate: true })
  watch([() => JSON.stringify(caseMarks.value), look], () => cases.update(caseMarks.value, look.value), { immediate: true })
  watchEffect(() => gauges.update(deviceMarks.value && !crowd.value?.gathered ? [] : sensors.value.map(markOf), look.value))
  watchEffect(() => devices.update(deviceMarks.value ?? [], look.value))
  for (const kind of ['towns', 'grids'] as const) {
    void areas(kind).then((features) => nameAreas(features.map((each) => each.getProperties() as AreaName)), () => undefined)
  }
  return () => [tiles, graticule, ground, grids, towns, gauges, devices, cases, badges].forEach((layer) => layer.remove())
}
