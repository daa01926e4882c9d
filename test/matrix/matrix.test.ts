import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerIds } from '../../src/domain/registers/register.ts'
import { roles } from '../../src/policies/roles.ts'
import { endpoints } from '../../src/http/contract/endpoints.ts'
import {
  askers,
  expectedOf,
  objectClasses,
  personOf,
  type Asker,
  type ObjectClass,
  type Outcome,
} from './expected.ts'
import { addAccount, signInAgain, type Account } from './people-of-a-town.ts'
import { askedOf, operations, type Operation } from './requests.ts'
import { startServer, type Heard, type RunningServer } from './running-server.ts'
import { adoptSecondVersion, fillTown, now, type FullTown, type Things } from './town-with-everything.ts'

let server: RunningServer
let town: FullTown
let other: FullTown
/** Its founder has no administrators yet. */
let young: FullTown
let district: Account

beforeAll(async () => {
  server = await startServer(now)
  town = await fillTown(server, '清源', 'qingyuan')
  other = await fillTown(server, '白石', 'baishi')
  young = await fillTown(server, '新设', 'xinshe', { withAdministrators: false })
  // Versions are numbered in each town: only a second one is another town's and not one's own.
  await adoptSecondVersion(server, other)
  district = await addAccount(server.app, {
    tenantId: null,
    userName: '区级总览',
    roles: ['district'],
    staffNumber: null,
  })
})
afterAll(() => server.stop())

type Cell = {
  readonly operation: Operation
  readonly asker: Asker
  readonly objectClass: ObjectClass | 'none'
}

function cellsOf(operation: Operation): readonly Cell[] {
  const classes = operation.object === null ? (['none'] as const) : objectClasses
  return askers.flatMap((asker) => classes.map((objectClass) => ({ operation, asker, objectClass })))
}

const titled = ({ operation, asker, objectClass }: Cell) => `${operation.name} × ${asker} × ${objectClass}`

test('接口 × 身份 × 对象：每一格的答复都是权限表算出来的那一种', async () => {
  const table = operations()
  const cells = table.flatMap(cellsOf)
  const wrong: string[] = []
  const heardOf = new Map<string, Heard>()
  await inTurn(cells, async (cell) => {
    const heard = await ask(cell)
    heardOf.set(titled(cell), heard)
    const expected = expectationOf(cell)
    const observed = observe(cell.operation, heard, expected)
    if (observed !== expected) wrong.push(`${titled(cell)}: ${expected} expected, ${observed} heard`)
  })
  expect(wrong).toEqual([])
  expect(unlikeMissing(cells, heardOf)).toEqual([])
  expect(server.app.faults).toEqual([])

  const withObject = table.filter(({ object }) => object !== null).length
  const operationCount = Object.keys(endpoints).length
  const product = (roles.length + 2) * (withObject * objectClasses.length + (operationCount - withObject))
  expect(cells.length).toBe(product)
  expect(new Set(cells.map(titled)).size).toBe(product)
  process.stdout.write(`权限矩阵：${String(operationCount)} 个接口，${String(product)} 格，全部相符\n`)
}, 600_000)

/** A few at a time, in their order: most of the time goes into waiting for the database. */
async function inTurn(cells: readonly Cell[], work: (cell: Cell) => Promise<void>): Promise<void> {
  const waiting = cells.values()
  const worker = async () => {
    for (const cell of waiting) await work(cell)
  }
  await Promise.all(Array.from({ length: 6 }, worker))
}

function homeOf(asker: Asker): FullTown {
  return asker === 'founder' ? young : town
}

function expectationOf({ operation, asker, objectClass }: Cell): Outcome {
  return expectedOf(operation, asker, objectClass, homeOf(asker))
}

async function ask(cell: Cell): Promise<Heard> {
  const { operation, asker } = cell
  const account = accountOf(asker)
  const spends = operation.request.spendsSession === true
  const own =
    account !== null && spends
      ? { ...account, ...(await signInAgain(server.app, placeOf(account, asker))) }
      : account
  const { method, path, body } = askedOf(operation, thingsOf(cell, own))
  const cookie = own === null ? {} : { cookie: own.cookie }
  return server.ask(method, path, { ...cookie, key: randomUUID(), ...(body === undefined ? {} : { body }) })
}

function accountOf(asker: Asker): Account | null {
  if (asker === 'anonymous') return null
  if (asker === 'half') return town.half
  return asker === 'district' ? district : homeOf(asker).accounts[asker]
}

function placeOf({ accountId }: Account, asker: Asker) {
  return { accountId, tenantId: asker === 'district' ? null : homeOf(asker).tenantId, isWhole: asker !== 'half' }
}

/** What the request names: of one's own, of a colleague, of the other town, or nothing there ever was. */
function thingsOf({ asker, objectClass }: Cell, account: Account | null): Things {
  const home = homeOf(asker)
  if (objectClass === 'none') return home.thingsOf('101')
  const person = personOf(asker, objectClass)
  if (objectClass === 'otherTown') return { ...other.thingsOf(person), version: '2' }
  const things = home.thingsOf(person)
  if (objectClass === 'missing') return neverThere
  if (objectClass === 'guessed') return guessedFrom(things)
  if (objectClass !== 'own' || account === null) return things
  return { ...things, sessionId: account.sessionId }
}

const neverThere: Things = {
  staffNumber: '无此人999',
  office: '无此办公室',
  entryId: randomUUID(),
  recordIds: Object.fromEntries(registerIds.map((id) => [id, randomUUID()])),
  accountId: randomUUID(),
  sessionId: randomUUID(),
  draftId: randomUUID(),
  version: '77',
  markId: randomUUID(),
  adoptionId: randomUUID(),
  resultId: randomUUID(),
  payListId: randomUUID(),
  bulletinId: randomUUID(),
  bulletinDraftId: randomUUID(),
  requestId: randomUUID(),
  proceedingId: randomUUID(),
  discretionId: randomUUID(),
  attachmentId: randomUUID(),
  evidenceId: randomUUID(),
  robotId: randomUUID(),
  complaintId: randomUUID(),
  proposedEntryId: randomUUID(),
  turnId: randomUUID(),
  gatheringId: randomUUID(),
  roundId: randomUUID(),
  townId: randomUUID(),
}

/** One character away from what there is. */
function guessedFrom(things: Things): Things {
  const next = (id: string) => `${id.slice(0, -1)}${id.endsWith('a') ? 'b' : 'a'}`
  return {
    staffNumber: `${things.staffNumber}0`,
    office: `${things.office}二`,
    entryId: next(things.entryId),
    proposedEntryId: next(things.proposedEntryId),
    recordIds: Object.fromEntries(Object.entries(things.recordIds).map(([name, id]) => [name, next(id)])),
    accountId: next(things.accountId),
    sessionId: next(things.sessionId),
    draftId: next(things.draftId),
    version: '3',
    markId: next(things.markId),
    adoptionId: next(things.adoptionId),
    resultId: next(things.resultId),
    payListId: next(things.payListId),
    bulletinId: next(things.bulletinId),
    bulletinDraftId: next(things.bulletinDraftId),
    requestId: next(things.requestId),
    proceedingId: next(things.proceedingId),
    discretionId: next(things.discretionId),
    attachmentId: next(things.attachmentId),
    evidenceId: next(things.evidenceId),
    robotId: next(things.robotId),
    complaintId: next(things.complaintId),
    turnId: next(things.turnId),
    gatheringId: next(things.gatheringId),
    roundId: next(things.roundId),
    townId: next(things.townId),
  }
}

/** Which side of the walls the answer was given on; anything that was not foreseen is told as it is. */
function observe({ endpoint, request }: Operation, { status, code, text }: Heard, expected: Outcome): string {
  if (request.missingWords !== undefined && text.includes(request.missingWords)) return 'missing'
  if (code === null) return 'allowed'
  if (code === 'not-signed-in') return 'signIn'
  if (code === 'second-factor-needed') return 'factor'
  if (code === 'not-allowed') return 'denied'
  if (code === 'no-town') return 'noTown'
  if (request.within !== undefined && Object.hasOwn(request.within, code)) return 'allowed'
  if (request.missing === undefined ? status === 404 && code !== 'not-found' : code === request.missing)
    return 'missing'
  // An empty body is refused behind the walls: they stand before it is read.
  const isEmpty = endpoint.method !== 'GET' && request.body === undefined
  if (isEmpty && expected === 'allowed' && (code === 'input-invalid' || code === 'body-not-form')) return 'allowed'
  return `${String(status)} ${code} ${text.slice(0, 160)}`
}

/** Where another town's thing, or one beyond reach, is answered otherwise than one that never was. */
function unlikeMissing(cells: readonly Cell[], heardOf: ReadonlyMap<string, Heard>): readonly string[] {
  return cells.flatMap((cell) => {
    if (cell.objectClass === 'none' || expectationOf(cell) !== 'missing') return []
    const heard = heardOf.get(titled(cell))
    const missing = { ...cell, objectClass: 'missing' as const }
    const wanted = heardOf.get(titled(missing))
    if (heard === undefined || wanted === undefined) return [`${titled(cell)} was not asked`]
    const [said, meant] = [plain(heard, cell), plain(wanted, missing)]
    return said === meant ? [] : [`${titled(cell)}: ${said} instead of ${meant}`]
  })
}

/** The answer with what was asked for taken out: a refusal may repeat the 工号 it was given, and nothing else. */
function plain({ status, text }: Heard, cell: Cell): string {
  const { staffNumber, office, version } = thingsOf(cell, accountOf(cell.asker))
  const named = text.replaceAll(staffNumber, '…').replaceAll(office, '…').replaceAll(`第${version}版`, '第…版')
  return `${String(status)} ${named}`
}
