// From a sticker on a device to what its rule was worth, as people walk it. Started by SensingWalkTest.
import { spawnSync } from 'node:child_process'
import { browser, shoot, signIn } from './kit.mjs'

const { STICKER, CODE, LON, LAT, MQTT_PORT, HISTORY } = process.env
const TRIES = 5
const WITHIN_MILLIS = 1_000

/** The stock client: what it sent is acknowledged, and so committed, when this returns. */
function publish(token, message) {
  const to = ['-h', '127.0.0.1', '-p', MQTT_PORT, '-u', CODE, '-P', token, '-V', 'mqttv5', '-q', '1', '-t', `d/${CODE}/water_depth`]
  const done = spawnSync('mosquitto_pub', [...to, ...(message === null ? ['-l'] : ['-m', String(message)])], { input: HISTORY, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`mosquitto_pub: ${done.stderr}`)
}

const place = `/#/?c=${LON},${LAT}&z=16`
const health = (page, word) => page.getByTestId('device-drawer').locator(`header .health.${word}`)

/** How long after its acknowledgement a value stood on the screen, the best of some tries: this machine does other things too. */
async function seenAfter(page, token, value) {
  publish(token, value)
  const from = performance.now()
  await page.getByTestId('sensor-value').filter({ hasText: `${value} cm` }).waitFor()
  return Math.round(performance.now() - from)
}

try {
  // the sticker's address opens the device's page; nobody registered it, so that it asks what it is
  const steward = await signIn('admin', STICKER)
  await steward.getByTestId('commission-form').waitFor()
  await steward.getByTestId('commission-name').fill('漕宝路下穿积水站')
  await steward.getByTestId('commission-properties').fill('water_depth')
  await steward.getByTestId('commission-lon').fill(LON)
  await steward.getByTestId('commission-lat').fill(LAT)
  await steward.getByTestId('commission-send').click()
  const token = await steward.getByTestId('token').innerText()
  await health(steward, 'never').waitFor()
  await shoot(steward, 'device-commissioned')
  console.log('commissioned')

  // whoever watches finds it on the map, and what it says within a second
  const commander = await signIn('commander', place)
  const map = commander.getByTestId('map')
  const box = await map.boundingBox()
  await commander.waitForTimeout(2_000)
  await map.click({ position: { x: box.width / 2, y: box.height / 2 } })
  await commander.getByTestId('sensor-value').filter({ hasText: '未知' }).waitFor()
  const took = []
  for (let i = 1; i <= TRIES; i++) took.push(await seenAfter(commander, token, `${i}.0`))
  console.log(`on the map after ${took.join(', ')} ms`)
  if (Math.min(...took) > WITHIN_MILLIS) throw new Error('no value was on the map within a second')
  await health(steward, 'online').waitFor()
  await shoot(commander, 'device-on-the-map')

  // a month of its past, read back from its memory; it says nothing of now
  publish(token, null)

  // unplugged: unknown on the map, offline in the registry
  await commander.getByTestId('sensor-value').filter({ hasText: '未知' }).waitFor()
  await health(steward, 'offline').waitFor()
  await shoot(steward, 'device-offline')
  console.log('offline')

  // the draft on the last month, then in force
  await commander.getByTestId('rules-open').click()
  await commander.getByTestId('try-underpass-depth').click()
  const rule = commander.getByTestId('trial-rule')
  await commander.waitForFunction(() => document.querySelector('[data-testid=trial-rule]').value.includes('underpass-depth'))
  await rule.fill(
    [
      '- id: underpass-depth',
      '  version: 2',
      '  danger: waterlogging',
      '  property: water_depth',
      '  kind: threshold',
      '  words: { name: 积水深度, nameEn: water depth, unit: 厘米 }',
      '  grades:',
      '    - { grade: YELLOW, atLeast: 10 }',
      '    - { grade: RED, atLeast: 25, clear: 20 }',
    ].join('\n'),
  )
  await commander.getByTestId('trial-run').click()
  const report = commander.getByTestId('trial-report')
  await report.waitFor()
  console.log(`tried: ${(await report.innerText()).split('\n').slice(1, 4).join(' ')}`)
  await shoot(commander, 'rule-tried')
  await commander.getByTestId('trial-activate').click()
  await commander.getByTestId('trial-activated').waitFor()
  console.log('activated')

  // breached: a warning, and a verdict on its signal
  publish(token, '31.0')
  const warning = commander.locator('button[data-testid^=warning-w]').first()
  await warning.waitFor()
  await warning.click()
  const signal = commander.locator('li[data-testid^=signal-]').filter({ hasText: '限值 25 厘米' }).first()
  await signal.waitFor()
  await signal.getByTestId('verdict-more').click()
  await signal.getByTestId('verdict-remark').fill('现场水深及膝')
  await signal.getByTestId('verdict-CONFIRMED').click()
  await signal.locator('[data-testid=verdict-CONFIRMED][aria-pressed=true]').waitFor()
  await shoot(commander, 'signal-judged')
  console.log('judged')

  // what the rule is worth
  await commander.getByTestId('rules-open').click()
  const record = commander.getByTestId('record-underpass-depth-2')
  await record.filter({ hasText: '查准率 100.0%' }).waitFor()
  console.log(`record: ${(await record.innerText()).replaceAll('\n', ' ')}`)
  await shoot(commander, 'rule-record')
  console.log('walked')
} finally {
  await browser.close()
}
