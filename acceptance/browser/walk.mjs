// One case from the storm to its end, through the console, as people would walk it. Started by WalkInTheBrowserTest.
import { browser, shoot, signIn } from './kit.mjs'

const { CASE, HANDLER, PHOTO } = process.env

async function openCase(page) {
  await page.getByTestId(`case-${CASE}`).click()
  await page.getByTestId('case-drawer').waitFor()
}

async function act(page, action, fill = async () => {}) {
  await page.getByTestId(`action-${action}`).click()
  await fill()
  await page.getByTestId('action-send').click()
}

const stands = (page, state) => page.locator(`[data-testid=case-state][data-state=${state}]`).waitFor()

try {
  const commander = await signIn('commander')
  await commander.getByTestId(`case-${CASE}`).waitFor()
  await shoot(commander, 'situation')

  const handler = await signIn(HANDLER)
  await openCase(handler)
  await stands(handler, 'PENDING_HANDLING')
  await act(handler, 'sign')
  await stands(handler, 'HANDLING')
  await act(handler, 'submit', async () => {
    await handler.getByTestId('field-evidence').setInputFiles(PHOTO)
    await handler.getByTestId('field-note').fill('低洼处已巡查，积水已排除，道路恢复通行。')
    await handler.locator('[data-testid=action-send]:not([disabled])').waitFor()
  })
  await stands(handler, 'PENDING_INSPECTION')

  const inspector = await signIn('inspector')
  await openCase(inspector)
  await act(inspector, 'inspect-pass')
  await stands(inspector, 'CLOSED')
  for (const kind of ['discover', 'warn', 'judge', 'act']) {
    const cell = inspector.getByTestId(`latency-${kind}`)
    await cell.waitFor()
    console.log(`latency ${kind}: ${(await cell.innerText()).replaceAll('\n', ' ')}`)
  }
  await shoot(inspector, 'closed')

  // whoever watches sees it too, over the stream and without asking
  await commander.getByTestId(`case-${CASE}`).click()
  await stands(commander, 'CLOSED')
  console.log('walked')
} finally {
  await browser.close()
}
