// What a citizen asked, from the acceptor's desk to its end, as officers work it. Started by CaseInTheBrowserTest.
import { browser, shoot, signIn } from './kit.mjs'

const { ADDRESS, CASE, AGAIN, REQUEST, DIGITS, PHOTO, SECOND_PHOTO } = process.env

const people = new Map()

/** Somebody's own browser, at the case; the others look away meanwhile, for a map that nobody sees draws itself too. */
async function at(name, id = CASE) {
  for (const [other, page] of people) if (other !== name) await page.goto('about:blank')
  const page = people.get(name) ?? (await signIn(name, `/#/?case=${id}`))
  people.set(name, page)
  await page.goto(`${ADDRESS}/#/?case=${id}`)
  await page.getByTestId('case-actions').waitFor()
  return page
}

const stands = (page, state) => page.locator(`[data-testid=case-state][data-state=${state}]`).waitFor()

async function act(name, action, state, fill = async () => {}) {
  const page = await at(name)
  await page.getByTestId(`action-${action}`).click()
  await fill(page)
  await page.getByTestId('action-send').click()
  await stands(page, state)
  return page
}

const note = (text) => (page) => page.getByTestId('field-note').fill(text)
const toDrainage = async (page) => {
  await page.getByTestId('field-organisation').click()
  await page.keyboard.type('排水所')
  await page.getByRole('option', { name: '闵行区排水所' }).click()
}
const shown = (photo, text) => async (page) => {
  await page.getByTestId('field-evidence').setInputFiles(photo)
  await note(text)(page)
  await page.locator('[data-testid=action-send]:not([disabled])').waitFor()
}

async function handledAndLookedAt(photo, verdict, state, fill) {
  await act('handler-drainage', 'sign', 'HANDLING')
  await act('handler-drainage', 'submit', 'HANDLED', shown(photo, '已排水'))
  await act('dispatcher', 'confirm', 'PENDING_INSPECTION')
  return act('inspector', verdict, state, fill)
}

try {
  // the acceptor sees what is proposed, and that two ask for one thing
  const acceptor = await at('acceptor', AGAIN)
  await acceptor.getByTestId('advice-class').filter({ hasText: '道路积水' }).waitFor()
  await acceptor.getByTestId('duplicates').waitFor()
  await shoot(acceptor, 'case-proposed')
  await acceptor.getByTestId('duplicate-merge').click()
  await stands(acceptor, 'MERGED')
  await at('acceptor')
  await acceptor.getByTestId('case-asked').filter({ hasText: '2' }).waitFor()
  console.log('merged')

  // one click begins to file what was proposed
  await act('acceptor', 'accept', 'PENDING_FILING')
  await acceptor.getByTestId('advice-take').click()
  await acceptor.getByTestId('field-standard').click()
  await acceptor.getByRole('option').first().click()
  await acceptor.getByTestId('action-send').click()
  await stands(acceptor, 'PENDING_DISPATCH')
  console.log('filed')

  const dispatcher = await act('dispatcher', 'dispatch', 'PENDING_HANDLING')
  console.log(`why: ${await dispatcher.getByTestId('case-works').locator('li p').first().innerText()}`)
  await act('handler', 'return', 'RETURNED', async (page) => {
    await page.getByTestId('field-legalGround').fill('责任清单第 3 条')
    await note('非网格处置范围')(page)
  })
  await act('dispatcher', 'redispatch', 'PENDING_HANDLING', toDrainage)
  await handledAndLookedAt(PHOTO, 'inspect-fail', 'INSPECTION_FAILED', note('仍有积水'))
  await act('dispatcher', 'redispatch', 'PENDING_HANDLING', toDrainage)
  await handledAndLookedAt(SECOND_PHOTO, 'inspect-pass', 'PENDING_CLOSING')
  await act('acceptor', 'close', 'CLOSED')
  await acceptor.getByTestId('evidence').nth(1).waitFor()
  await shoot(acceptor, 'case-closed')
  console.log('closed')

  await acceptor.goto('about:blank')

  // and the citizen follows it without an account
  const citizen = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })).newPage()
  await citizen.goto(`${ADDRESS}/#/citizen`)
  await citizen.locator('input').nth(0).fill(REQUEST)
  await citizen.locator('input').nth(1).fill(DIGITS)
  await citizen.keyboard.press('Enter')
  await citizen.getByText('已办结').first().waitFor()
  await shoot(citizen, 'citizen-closed')
  console.log('walked')
} finally {
  await browser.close()
}
