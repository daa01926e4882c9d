import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { townDay } from '../../src/domain/primitives/local-date.ts'
import { onePixelPng } from '../builders/evidence.ts'
import { phone } from './support/browser.ts'
import { choosePersona } from './support/owner.ts'
import { startSampleTown, type SampleTown } from './support/sample-town.ts'

/** The page's files are fetched before it is ready to do without; a busy machine takes its time. */
const patience = { timeout: 60_000 }
const inspector = '郝嘉言'
let town: SampleTown
beforeEach(async () => {
  town = await startSampleTown()
})
afterEach(() => town.close())

const roundAnswer = z.object({ round: z.object({ id: z.string(), title: z.string() }) })
const detailAnswer = z.object({
  offices: z.array(
    z.object({
      office: z.string(),
      outcome: z.string(),
      entries: z.array(z.object({ id: z.string(), note: z.string().nullable(), recordedBy: z.string() })),
    }),
  ),
})
const evidenceAnswer = z.object({ evidence: z.array(z.object({ id: z.string(), subjectId: z.string() })) })

async function openRound(): Promise<z.infer<typeof roundAnswer>['round']> {
  const office = await town.openPage('/inspections')
  const today = townDay(Date.now())
  const answer = await office.request.post(`${town.product.baseUrl}/api/inspections`, {
    headers: { 'idempotency-key': randomUUID() },
    data: { number: 77, fromOn: today, toOn: today, offices: ['党办', '政府办'], inspectors: [inspector] },
  })
  await office.close()
  return roundAnswer.parse(await answer.json()).round
}

/** One finding about the n-th person behind the door, as a thumb does it. */
async function note(page: Page, n: number, words: string, picture?: Buffer) {
  await page.getByRole('main').getByRole('listitem').getByRole('button').nth(n).click()
  await fillIn(page, words, picture)
}

/** One finding about two who were found at the same. */
async function noteTwo(page: Page, words: string) {
  await page.getByRole('button', { name: '选几个人' }).click()
  for (const n of [1, 2]) await page.getByRole('checkbox').nth(n).click()
  await page.getByRole('button', { name: '登记所选 2 人' }).click()
  await fillIn(page, words)
}

async function fillIn(page: Page, words: string, picture?: Buffer) {
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('textbox', { name: /找条款/ }).fill('擅离职守')
  await drawer.getByRole('listitem').getByRole('button').first().click()
  if (picture !== undefined) {
    await drawer
      .getByLabel('拍照')
      .first()
      .setInputFiles({ name: '门口.png', mimeType: 'image/png', buffer: picture })
    await drawer.getByRole('img', { name: '照片 1' }).waitFor()
  }
  await drawer.getByRole('textbox', { name: /说明/ }).fill(words)
  await drawer.getByRole('button', { name: '记下' }).click()
  await drawer.waitFor({ state: 'hidden' })
}

/** The server does what it is asked first, and the telephone never hears of it; a worker stands between page and routes. */
const loseFirstAnswer = `
  globalThis.asked = []
  const ask = globalThis.fetch
  globalThis.fetch = async (address, options) => {
    const answer = await ask(address, options)
    if (!String(address).endsWith('/findings')) return answer
    asked.push(options.headers.get('idempotency-key'))
    if (asked.length > 1) return answer
    throw new TypeError('the answer was lost')
  }`

test('没有信号走完两个办公室：三条、一张照片，一次应答丢了，回来后每条只有一次', async () => {
  const round = await openRound()
  const page = await town.openPage(`/inspect?round=${round.id}`, phone, inspector)
  await page.getByRole('button', { name: /党办/ }).waitFor()
  await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null'), patience).toBe(true)

  await page.context().setOffline(true)
  await page.reload()
  await page.getByText(/没有信号/).waitFor()
  await page.getByRole('button', { name: /党办/ }).click()
  await note(page, 0, '离线一', Buffer.from(onePixelPng))
  await note(page, 1, '离线二')
  await page.getByRole('button', { name: '换一个办公室' }).last().click()
  await page.getByRole('button', { name: /政府办/ }).click()
  await note(page, 0, '离线三')
  await page.getByRole('button', { name: '待上传 3 条' }).waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)

  await page.evaluate(loseFirstAnswer)
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '待上传 3 条' }).click()
  const sendNow = page.getByRole('dialog').getByRole('button', { name: '现在上传' })
  await sendNow.click()
  await expect.poll(() => page.evaluate('asked.length'), patience).toBe(1)
  await sendNow.click()
  await page.getByText('没有待上传的，都在服务器上了。').waitFor()
  expect(await page.evaluate('[asked.length, new Set(asked).size]')).toEqual([4, 3])

  const get = async (path: string) => page.request.get(`${town.product.baseUrl}${path}`)
  const detail = detailAnswer.parse(await (await get(`/api/inspections/${round.id}`)).json())
  const entries = detail.offices.flatMap((office) => office.entries)
  // In the order of the round's doors, and at each as they were noted.
  expect(entries.map((entry) => entry.note)).toEqual(['离线一', '离线二', '离线三'])
  const pictured = entries.find((entry) => entry.note === '离线一')
  const ids = entries.map(({ id }) => id).join(',')
  const { evidence } = evidenceAnswer.parse(await (await get(`/api/evidence?kind=entry&ids=${ids}`)).json())
  expect(evidence.map(({ subjectId }) => subjectId)).toEqual([pictured?.id])
  const picture = await get(`/api/evidence/${evidence[0]?.id ?? ''}`)
  expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/jpeg'])

  // What waits is its inspector's alone: another account on the same telephone neither sees nor sends it.
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /关闭|Close/ })
    .click()
  await page.context().setOffline(true)
  await noteTwo(page, '离线四')
  await choosePersona(town.product, page.request, '丁岚')
  await page.goto('about:blank')
  await page.context().setOffline(false)
  await page.goto(`${town.product.baseUrl}/inspect?round=${round.id}`)
  await page.getByRole('button', { name: '都已上传' }).waitFor()
  await choosePersona(town.product, page.request, inspector)
  await page.reload()
  await expect
    .poll(
      async () =>
        detailAnswer
          .parse(await (await get(`/api/inspections/${round.id}`)).json())
          .offices[1]?.entries.map((entry) => [entry.note, entry.recordedBy]),
      patience,
    )
    .toEqual([
      ['离线三', inspector],
      ['离线四', inspector],
      ['离线四', inspector],
    ])
  await page.close()
})
