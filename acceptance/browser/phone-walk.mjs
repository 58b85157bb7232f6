// A report written without a network, and sent when there is one again, although the phone was restarted. Started by CaseInTheBrowserTest.
import { chromium } from 'playwright-core'
import { browser, FLAGS, PATIENCE, shoot } from './kit.mjs'

const { ADDRESS, CHROMIUM, DEVICE, PHOTO, WORKER } = process.env
const PHONE = {
  executablePath: CHROMIUM,
  args: [...FLAGS, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'], // a voice that beeps
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
  geolocation: { longitude: 121.4102, latitude: 31.0301, accuracy: 12 },
  permissions: ['geolocation', 'microphone'],
}

/** The phone with all that it kept, its page open; without a network if told so. */
async function start(offline) {
  const phone = await chromium.launchPersistentContext(DEVICE, PHONE)
  phone.setDefaultTimeout(PATIENCE)
  await phone.setOffline(offline)
  const page = phone.pages()[0] ?? (await phone.newPage())
  page.on('pageerror', (error) => console.log(`page error: ${error}`))
  await page.goto(`${ADDRESS}/#/phone`)
  return { phone, page }
}
async function signIn(page) {
  await page.getByTestId('sign-in-name').fill(WORKER)
  await page.getByTestId('sign-in-password').fill('chengyun')
  await page.getByTestId('sign-in-submit').click()
  await page.getByTestId('phone').waitFor()
}
const waiting = (page, count) => page.getByTestId('tab-waiting').filter(count ? { hasText: String(count) } : { hasNotText: /\d/ }).waitFor()

// the first day: signed in once, and the worker is there
await browser.close() // a phone keeps what it was given; this one forgets
let { phone, page } = await start(false)
try {
  await signIn(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await phone.setOffline(true)
  await phone.close()

  // in a cellar: the page opens, and a report takes three taps (the browser cuts the page off, its worker is only refused for want of a session;
  // that the worker does without a network is in sw.spec.ts)
  ;({ phone, page } = await start(true))
  await page.getByTestId('shoot').setInputFiles(PHOTO)
  await page.getByTestId('class').first().tap()
  await page.getByTestId('voice').tap()
  await page.waitForTimeout(2_000)
  await page.getByTestId('voice').tap()
  await page.getByTestId('voice').filter({ hasText: '已录音' }).waitFor()
  await shoot(page, 'phone-voice')
  await page.getByTestId('send').tap()
  await page.getByTestId('kept').waitFor()
  await waiting(page, 1)
  await shoot(page, 'phone-offline')
  console.log('kept')
  await phone.close()

  // restarted in the cellar it still waits; outside it goes out, once its writer has signed in again
  ;({ phone, page } = await start(true))
  await waiting(page, 1)
  await phone.setOffline(false)
  await page.getByTestId('session-ended').waitFor()
  await shoot(page, 'phone-signed-out')
  await signIn(page)
  await waiting(page, 0)
  console.log('sent')
  await page.reload()
  await page.getByTestId('phone').waitFor()
  await waiting(page, 0)
  await page.getByTestId('tab-tasks').tap()
  await page.getByTestId('task').filter({ hasText: '沧源路路口' }).getByRole('button').first().tap()
  await shoot(page, 'phone-tasks')

  // who looks at the case hears what was spoken
  const found = (await (await page.request.get(`${ADDRESS}/api/cases?open=true`)).json()).cases
  const cases = await Promise.all(found.map(async ({ id }) => (await page.request.get(`${ADDRESS}/api/cases/${id}`)).json()))
  const mine = cases.find(({ file }) => file.origin.source === 'PATROL').card.id
  await page.setViewportSize({ width: 1280, height: 760 })
  await page.goto(`${ADDRESS}/#/inbox?case=${mine}`)
  const voice = page.locator('[data-testid=evidence][data-kind=VOICE] audio')
  await voice.waitFor()
  const seconds = await voice.evaluate(
    (sound) => new Promise((heard, failed) => {
      sound.onerror = () => failed(new Error('the voice note cannot be played'))
      sound.ontimeupdate = () => sound.currentTime > 0 && heard(sound.currentTime)
      sound.muted = true
      void sound.play()
    }),
  )
  console.log(`heard ${seconds.toFixed(2)} s`)
  await shoot(page, 'case-voice')
  console.log('walked')
} finally {
  await phone.close()
}
