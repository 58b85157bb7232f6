// What a citizen asked, from the acceptor's desk to its second end, as officers work it: at each step both clocks and the citizen's page,
// and at the end the figures of the day. Started by CaseInTheBrowserTest.
import { browser, shoot, signIn } from './kit.mjs'

const { ADDRESS, CASE, AGAIN, REQUEST, DIGITS, TOWN, PHOTO, SECOND_PHOTO, THIRD_PHOTO } = process.env
const STARTED = Date.now()
const MINUTE = 60_000
/** Steps take seconds, clocks show minutes. */
const SLACK = 2

const people = new Map()
let citizen
let last

/** Somebody's own browser, at the case as it now stands: in the inbox, or beside the map where a look at it is wanted. */
async function at(name, id = CASE, where = 'inbox') {
  const hash = where === 'inbox' ? `#/inbox?case=${id}` : `#/?case=${id}`
  const page = people.get(name) ?? (await signIn(name, `/${hash}`, 'case-drawer'))
  if (people.has(name) && last !== name) await again(page, hash)
  people.set(name, page)
  last = name
  await page.getByTestId('case-actions').waitFor()
  return page
}

/** In the inbox a case is read anew when it is opened again; from the map it is another page, which is left. */
async function again(page, hash) {
  if (page.url().includes('#/inbox')) {
    await page.evaluate(() => (location.hash = '#/inbox'))
    await page.getByTestId('case-drawer').waitFor({ state: 'detached' })
    await page.evaluate((to) => (location.hash = to), hash)
  } else {
    await page.goto('about:blank')
    await page.goto(`${ADDRESS}/${hash}`)
  }
}

const local = (millis) => new Date(millis).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })
const minuteOf = (text) => Number(text.slice(-5, -3)) * 60 + Number(text.slice(-2))

/** A clock says that it is due then. */
async function isDue(page, which, at) {
  const shown = await page.getByTestId('case-clocks').locator('.meter').nth(which).locator('small').innerText()
  const off = Math.abs(minuteOf(shown) - minuteOf(local(at))) % 1_440
  if (Math.min(off, 1_440 - off) > SLACK) throw new Error(`the ${which ? 'holder' : 'case'}'s clock says ${shown}, not ${local(at)}`)
}

/** The case stands so: its own clock never reset, the holder's due so many minutes from now, and its citizen reads this. */
async function stands(page, state, holder, station) {
  await page.locator(`[data-testid=case-state][data-state=${state}]`).waitFor()
  await isDue(page, 0, STARTED + 195 * MINUTE)
  if (holder === null) await page.getByTestId('case-clocks').locator('.meter').nth(1).filter({ hasText: '无时限' }).waitFor()
  else await isDue(page, 1, Date.now() + holder * MINUTE)
  await citizenReads(station)
  return page
}

/** The citizen follows it without an account; the house tells them when it has heard of it itself. */
async function citizenReads(station) {
  citizen ??= await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })).newPage()
  for (let tries = 20; ; tries--) {
    if (await citizen.getByTestId('followed').isVisible()) await citizen.getByRole('button', { name: '查询另一件' }).click()
    else await citizen.goto(`${ADDRESS}/#/citizen`)
    await citizen.getByTestId('follow-id').fill(REQUEST)
    await citizen.getByTestId('follow-digits').fill(DIGITS)
    await citizen.keyboard.press('Enter')
    await citizen.getByTestId('followed').waitFor()
    const reads = await citizen.getByTestId('followed').locator('li strong').first().innerText()
    const open = await citizen.locator('.due').innerText()
    if (reads === station && open.startsWith(station === '已办结' ? '已办结' : '办理中')) return
    if (tries === 0) throw new Error(`the citizen reads ${reads} (${open}), not ${station}`)
    await citizen.waitForTimeout(250)
  }
}

/** Somebody does something: the form is opened, filled in and sent, and the case then stands as expected. */
async function act(name, action, expected, fill = async () => {}) {
  const page = await at(name)
  await page.getByTestId(`action-${action}`).click()
  await fill(page)
  await page.locator('[data-testid=action-send]:not([disabled])').click()
  await page.getByTestId('action-form').waitFor({ state: 'detached' })
  return stands(page, ...expected)
}

const both = (...fills) => async (page) => {
  for (const fill of fills) await fill(page)
}
const write = (field, text) => (page) => page.locator(`[data-testid=field-${field}]`).locator('xpath=descendant-or-self::*[self::input or self::textarea]').first().fill(text)
const note = (text) => write('note', text)
const photo = (file) => (page) => page.getByTestId('field-evidence').setInputFiles(file)
const say = (asked, word) => (page) => page.getByTestId(`field-${asked}`).getByLabel(word, { exact: true }).check()
/** A list that still unfolds, or folds, swallows clicks. */
const UNFOLDED = 500
const choose = (field, name) => async (page) => {
  await page.getByTestId(`field-${field}`).click()
  await page.keyboard.type(name)
  await page.waitForTimeout(UNFOLDED)
  await page.getByRole('option', { name, exact: true }).click()
  await page.getByTestId('action-form').locator('h4').click() // closes what several may be chosen of
  await page.waitForTimeout(UNFOLDED)
}
const toDrainage = choose('organisation', '闵行区排水所')

const CHECKED = '已处置，正在核查'
const SENT = '已派给承办单位'
const WORKED = '正在处置'

try {
  // the acceptor sees what is proposed, and that two ask for one thing
  const acceptor = await at('acceptor', AGAIN, 'map')
  await acceptor.getByTestId('advice-class').filter({ hasText: '道路积水' }).waitFor()
  await acceptor.getByTestId('precedents').waitFor()
  await acceptor.getByTestId('duplicates').waitFor()
  await shoot(acceptor, 'case-proposed')
  await acceptor.getByTestId('duplicate-merge').click()
  await acceptor.locator('[data-testid=case-state][data-state=MERGED]').waitFor()
  await acceptor.getByTestId('case-stages').filter({ hasText: '在此并案' }).waitFor()
  await shoot(acceptor, 'case-merged')
  await acceptor.getByTestId('merged-into').filter({ hasText: '江川路小区门口' }).click()
  await acceptor.getByTestId('case-asked').filter({ hasText: '2' }).waitFor()
  await stands(acceptor, 'REPORTED', 15, '已收到')
  last = undefined // from here on in the inbox: a map that nobody sees draws itself too
  console.log('merged')

  // one click begins to file what was proposed
  await act('acceptor', 'accept', ['PENDING_FILING', 15, '正在受理、核实'])
  await acceptor.getByTestId('advice-take').click()
  await acceptor.getByTestId('field-standard').click()
  await acceptor.getByTestId('action-form').getByRole('option').first().click()
  await acceptor.getByTestId('action-send').click()
  await stands(acceptor, 'PENDING_DISPATCH', 15, SENT)
  const dispatcher = await act('dispatcher', 'dispatch', ['PENDING_HANDLING', 120, SENT])
  console.log(`why: ${await dispatcher.getByTestId('case-works').locator('li p').first().innerText()}`)

  // not theirs; whose it is speaks to the citizen first, and two departments handle it
  await act('handler', 'return', ['RETURNED', 15, SENT], both(write('legalGround', '责任清单第 3 条'), note('非网格处置范围')))
  await act('dispatcher', 'redispatch', ['PENDING_HANDLING', 120, SENT], toDrainage)
  const drainage = await act('handler-drainage', 'contact', ['PENDING_HANDLING', 120, SENT], note('已电话联系，一小时内到场'))
  await drainage.locator('[data-testid=case-contact][data-how=made]').waitFor()
  await act('handler-drainage', 'sign', ['HANDLING', 120, WORKED])
  await act('dispatcher', 'share', ['HANDLING', 120, WORKED], both(choose('organisations', '闵行区市政养护中心'), choose('policy', '全部办结')))
  await at('handler-drainage')
  await drainage.getByTestId('action-return').waitFor()
  if (await drainage.getByTestId('action-submit').count()) throw new Error('the lead may hand in although a part is open')
  await act('handler-roads', 'part-done', ['HANDLING', 120, WORKED], both(write('crewHours', '1.5'), note('路面已清扫')))
  await act('handler-drainage', 'submit', ['HANDLED', 15, CHECKED], both(write('crewHours', '3'), write('kilometres', '12'), photo(PHOTO), note('已排水')))
  await drainage.getByTestId('case-effort').filter({ hasText: '4.5 工时、12 公里' }).waitFor()
  for (const [to, title] of [['en', 'Inbox'], ['zh', '收件箱']]) {
    await drainage.getByTestId('language').click()
    await drainage.getByRole('heading', { name: title, exact: true }).waitFor()
    await drainage.locator(`html[lang^=${to}]`).waitFor({ state: 'attached' })
  }
  console.log('handled together')

  // inspected and failed, done again and closed
  await act('dispatcher', 'confirm', ['PENDING_INSPECTION', 30, CHECKED])
  await act('inspector', 'inspect-fail', ['INSPECTION_FAILED', 15, WORKED], note('仍有积水'))
  await act('dispatcher', 'redispatch', ['PENDING_HANDLING', 120, SENT], toDrainage)
  await act('handler-drainage', 'sign', ['HANDLING', 120, WORKED])
  await passed('handler-drainage', SECOND_PHOTO)
  await act('acceptor', 'close', ['CLOSED', null, '已办结'])
  await acceptor.getByTestId('evidence').nth(1).waitFor()
  await shoot(acceptor, 'case-closed')
  console.log('closed')

  // called back it is not solved: opened again, and closed for good
  await act('acceptor', 'call-back', ['CLOSED', null, '已办结'], both(say('resolved', '否'), note('市民称又积水')))
  await act('acceptor', 'reopen', ['PENDING_DISPATCH', 15, SENT], note('回访未解决'))
  await act('dispatcher', 'dispatch', ['PENDING_HANDLING', 120, SENT])
  await act('handler', 'sign', ['HANDLING', 120, WORKED])
  await passed('handler', THIRD_PHOTO)
  await act('acceptor', 'close', ['CLOSED', null, '已办结'])
  await act('acceptor', 'call-back', ['CLOSED', null, '已办结'], both(say('resolved', '是'), say('satisfied', '是'), note('市民满意')))
  await shoot(citizen, 'citizen-closed')
  console.log('closed for good')

  await theDayAddsUp()
  console.log('walked')
} catch (failed) {
  for (const [name, page] of people) await shoot(page, `failed-${name}`)
  throw failed
} finally {
  await browser.close()
}

/** Handed in, taken as done, inspected and passed. */
async function passed(handler, picture) {
  await act(handler, 'submit', ['HANDLED', 15, CHECKED], both(photo(picture), note('已再次排水')))
  await act('dispatcher', 'confirm', ['PENDING_INSPECTION', 30, CHECKED])
  await act('inspector', 'inspect-pass', ['PENDING_CLOSING', 15, CHECKED])
}

/** The report of these days says what was done here, figure by figure; its files can be taken away. */
async function theDayAddsUp() {
  const day = (millis) => new Date(millis).toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' })
  const question = `subject=TOWN&of=${TOWN}&from=${day(STARTED)}&to=${day(Date.now() + 1_440 * MINUTE)}`
  const expected = {
    reported: 'n = 2', filing: '1 / 2', duplicates: '1 / 1', dispatch_right: '3 / 4', returned: '1 / 4', handling: '3 / 3', rework: '1 / 3',
    inspection: '2 / 3', closing: '1 / 1', closing_in_time: '1 / 1', contact: '1 / 1', resolved: '1 / 1', satisfied: '1 / 1', crew_hours: 'n = 1', kilometres: 'n = 1',
  }
  const page = await signIn('commander', `/#/evaluation/report?${question}`, 'report-view')
  for (let tries = 20; ; tries--) {
    const shown = {}
    for (const code of Object.keys(expected)) shown[code] = await page.getByTestId(`report-${code}`).locator('td').nth(1).innerText()
    const wrong = Object.keys(expected).filter((code) => shown[code] !== expected[code])
    if (wrong.length === 0) break
    if (tries === 0) throw new Error(`the day's figures: ${wrong.map((code) => `${code} is ${shown[code]}, not ${expected[code]}`).join('; ')}`)
    await page.waitForTimeout(500)
    await page.reload()
    await page.getByTestId('report-view').waitFor()
  }
  const value = (code) => page.getByTestId(`report-${code}`).locator('td').first().innerText()
  console.log(`figures: ${await value('crew_hours')}, ${await value('kilometres')}`)
  await shoot(page, 'day-report')
  for (const kind of ['xlsx', 'pdf']) {
    const size = (await (await page.request.get(`${ADDRESS}/api/evaluation/report.${kind}?${question}`)).body()).length
    if (size < 1_000) throw new Error(`${kind} has ${size} bytes`)
  }
  await page.goto('about:blank')
  await page.goto(`${ADDRESS}/#/evaluation?${question}`)
  await page.getByTestId(`figure-contact-${TOWN}`).click()
  await page.getByTestId(`row-${CASE}`).waitFor()
  await shoot(page, 'figure-rows')
}
