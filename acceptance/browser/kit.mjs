// What every walk through the console needs: a browser, people who sign in, and pictures of what they see.
import { chromium } from 'playwright-core'
import { join } from 'node:path'

const { ADDRESS, CHROMIUM, SHOTS } = process.env
export const PATIENCE = 60_000
export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']

export const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })

/** Somebody signed in, in a browser of their own, at the console or where `hash` says, once this is there. */
export async function signIn(name, hash = '', there = 'account') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 760 }, locale: 'zh-CN' })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  page.on('pageerror', (error) => console.log(`page error: ${error}`))
  await page.goto(ADDRESS + hash)
  await page.getByTestId('sign-in-name').fill(name)
  await page.getByTestId('sign-in-password').fill('chengyun')
  await page.getByTestId('sign-in-submit').click()
  await page.getByTestId(there).waitFor()
  return page
}

export async function shoot(page, name) {
  await page.waitForTimeout((await page.getByTestId('map').count()) ? 1_500 : 200) // the map draws itself
  await page.screenshot({ path: join(SHOTS, `${name}.png`) })
}
