// `npm run screenshots [-- FOLDER]`: every page of the sample town, at a desk and on a phone, from the real product.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { z } from 'zod'
import { projectPath } from '../../src/project-root.ts'
import { desktop, launchBrowser, phone, unpackBrowser, type TestBrowser } from './support/launch-browser.ts'
import { agreeOn, askerOf, confirmAll, dealWithObjections, publishAnnual } from './support/finish-year.ts'
import { choosePersona, loadSample, setUpOwner, signIn } from './support/owner.ts'
import { newDataFolder, removeDataFolder, startLater, startProduct, type Product } from './support/product.ts'

const folder = process.argv[2] ?? projectPath('docs', 'images')

const pages = {
  home: '/',
  scheme: '/scheme',
  'scheme-version': '/scheme/versions/1',
  'scheme-versions': '/scheme/versions',
  'scheme-compare': '/scheme/compare?from=1&to=2',
  'scheme-print': '/scheme/versions/1/print',
  'record-entry': '/entries/new',
  entries: '/entries',
  'confirm-entries': '/entries/confirm',
  ratings: '/ratings',
  standings: '/standings',
  pay: '/pay',
  months: '/months',
  bulletins: '/bulletins',
  inspections: '/inspections',
  proceedings: '/proceedings',
  proof: '/proof',
  calendar: '/calendar',
  suggestions: '/suggestions',
  'register-rules': '/registers/rules',
  attendance: '/registers/attendance',
  leave: '/registers/leave',
  whereabouts: '/registers/whereabouts',
  duty: '/registers/duty',
  gatherings: '/registers/gathering',
  study: '/registers/study',
  tasks: '/registers/task',
  'superior-results': '/registers/superior-result',
  people: '/people',
  'people-chart': '/people/chart',
  account: '/account',
  policies: '/policies',
  help: '/help',
} as const

/** Pages that somebody else of the sample town sees: name, path, and as whom. */
const pagesOfOthers = [
  ['home-staff', '/', '尤和'],
  ['accounts', '/accounts', '麻晓峰'],
  ['audit', '/audit', '游子墨'],
  ['final-result', '/results/final', '覃望川'],
  ['reminders', '/reminders', '麻晓峰'],
  ['complaints', '/registers/complaint', '郭砚秋'],
  ['inspect', '/inspect', '郝嘉言'],
] as const

/** Pictures of the help, one or two a role: file, path, as whom, and how wide. */
const helpPictures = [
  ['office-home', '/', '丁岚', desktop],
  ['office-suggestions', '/suggestions', '丁岚', desktop],
  ['inspector-phone', '/inspect', '郝嘉言', phone],
  ['leader-home', '/', '褚云岫', desktop],
  ['staff-sheet-phone', '/people/030/sheet', '尤和', phone],
  ['discipline-proof', '/proof', '郭砚秋', desktop],
  ['admin-accounts', '/accounts', '麻晓峰', desktop],
] as const

const dataFolder = newDataFolder()
let product = await startProduct({ dataFolder })
const browser = await launchBrowser(await unpackBrowser())
try {
  mkdirSync(folder, { recursive: true })
  await takeOutside(browser, product)
  const desk = await browser.newContext(desktop)
  await setUpOwner(product, desk.request)
  await take(await desk.newPage(), `${product.baseUrl}/second-factor`, 'second-factor-desktop')
  await loadSample(product, desk.request)
  await draftWithQuestion(desk, product)
  await takePages(desk, product, 'desktop')
  const hand = await browser.newContext(phone)
  await signIn(product, hand.request)
  await loadSample(product, hand.request)
  await takePages(hand, product, 'phone')
  await takeHelpPictures(browser, product)
  await takePaidYear(browser)
} finally {
  await browser.close()
  await product.stop()
  await removeDataFolder(dataFolder)
}

/** A draft on the workbench: the sample's text with one clause that can be read in two ways. */
async function draftWithQuestion({ request }: BrowserContext, product: Product): Promise<void> {
  const text = readFileSync(projectPath('schemes', 'sample', 'regulation-2026.txt'), 'utf8')
  const data = { title: '', text: text.replace('早退的，发现一次扣2分', '早退的，发现一次扣完2分') }
  const answer = await request.post(`${product.baseUrl}/api/drafts/from-text`, { data })
  if (!answer.ok()) throw new Error(`the draft was not opened: ${await answer.text()}`)
}

async function takeOutside(browser: TestBrowser, product: Product): Promise<void> {
  const page = await browser.newPage(desktop)
  await take(page, product.setUpLink ?? '', 'set-up-desktop')
}

async function takePages(context: BrowserContext, product: Product, size: string): Promise<void> {
  const page = await context.newPage()
  for (const [name, path] of Object.entries(pages))
    await take(page, `${product.baseUrl}${path}`, `${name}-${size}`)
  await take(page, `${product.baseUrl}${await fullestSheet(context, product)}`, `score-sheet-${size}`)
  for (const [name, path] of await detailPages(context, product))
    await take(page, `${product.baseUrl}${path}`, `${name}-${size}`)
  for (const [name, path, persona] of pagesOfOthers) {
    await choosePersona(product, context.request, persona)
    await take(page, `${product.baseUrl}${path}`, `${name}-${size}`)
  }
}

async function takeHelpPictures(browser: TestBrowser, product: Product): Promise<void> {
  mkdirSync(join(folder, 'help'), { recursive: true })
  for (const [name, path, persona, size] of helpPictures) {
    const context = await browser.newContext(size)
    await signIn(product, context.request)
    await loadSample(product, context.request)
    await choosePersona(product, context.request, persona)
    await take(await context.newPage(), `${product.baseUrl}${path}`, join('help', name))
    await context.close()
  }
}

/** What finance sees once the year is final, which the sample leaves to the visitor: six weeks later, all done with. */
async function takePaidYear(browser: TestBrowser): Promise<void> {
  const as = async (persona: string) => {
    const context = await browser.newContext(desktop)
    await signIn(product, context.request)
    await loadSample(product, context.request)
    await choosePersona(product, context.request, persona)
    return { context, asker: askerOf(product.baseUrl, context.request) }
  }
  const [office, leader] = [(await as('丁岚')).asker, (await as('覃望川')).asker]
  await confirmAll(office)
  await agreeOn('final-results', office, leader, '领导小组会议纪要〔2026〕1号')
  const bulletin = await publishAnnual(office)
  await dealWithObjections(office, leader)
  await product.stop()
  product = await startLater(dataFolder, 45)
  const [officeLater, leaderLater] = [(await as('丁岚')).asker, (await as('覃望川')).asker]
  await officeLater.post(`/api${bulletin}/finalisation`, {})
  await agreeOn('pay-lists', officeLater, leaderLater, '领导小组会议纪要〔2026〕2号')
  const { context } = await as('钱小满')
  await take(await context.newPage(), `${product.baseUrl}/results/final`, join('help', 'finance-pay'))
}

/** One of each: the corrected bulletin, the objection that went furthest, the round under way. */
async function detailPages(
  { request }: BrowserContext,
  product: Product,
): Promise<readonly (readonly [name: string, path: string])[]> {
  const read = async (path: string) => (await request.get(`${product.baseUrl}${path}`)).json()
  const named = z.object({ id: z.string(), kind: z.string() })
  const { bulletins } = z.object({ bulletins: z.array(named) }).parse(await read('/api/bulletins?year=2025'))
  const { proceedings } = z.object({ proceedings: z.array(named) }).parse(await read('/api/proceedings'))
  const { rounds } = z
    .object({ rounds: z.array(z.object({ id: z.string() })) })
    .parse(await read('/api/inspections?year=2025'))
  const quarterly = bulletins.find(({ kind }) => kind === 'quarterly')
  return [
    ['bulletin', `/bulletins/${quarterly?.id ?? ''}`],
    ['proceeding', `/proceedings/${proceedings[0]?.id ?? ''}`],
    ['inspection', `/inspections/${rounds[0]?.id ?? ''}`],
  ]
}

/** The sheet with the most to explain: that of the lowest score. */
async function fullestSheet({ request }: BrowserContext, product: Product): Promise<string> {
  const answer = await request.get(`${product.baseUrl}/api/standings?period=2025`)
  const standings = z
    .object({ rows: z.array(z.object({ staffNumber: z.string(), soFar: z.number() })) })
    .parse(await answer.json())
  const [lowest] = standings.rows.toSorted((left, right) => left.soFar - right.soFar)
  return `/people/${lowest?.staffNumber ?? ''}/sheet`
}

async function take(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  if (address.endsWith('/scheme')) await openQuestion(page)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  process.stdout.write(`${name}\n`)
}

/** The question's card, with what each reading would change. */
async function openQuestion(page: Page): Promise<void> {
  await page.getByRole('button', { name: /下一处/ }).click()
  await page
    .getByText(/影响 \d+ 人/)
    .first()
    .waitFor()
}
