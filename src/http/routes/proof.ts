import { keepHead } from '../../commands/keep-head.ts'
import type { TownOfAccount } from '../../commands/account-store.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { shortHex } from '../../domain/proof/short-hex.ts'
import { checkPrintedHead, headView, readLogHead } from '../../queries/read-log.ts'
import { readReceipt } from '../../queries/read-receipt.ts'
import type { districtProofEndpoints, proofEndpoints, TownHead } from '../contract/proof.ts'
import { logFaultWords } from '../log-fault-words.ts'
import { describeRefusal } from '../refusal-answer.ts'
import type { Refusal } from '../refusal.ts'
import type { Browser, RouteGroup, SignedIn } from '../route.ts'
import type { Services } from '../services.ts'
import type { TownStores } from '../town-stores.ts'

const mostListed = 200

export const proofRoutes: RouteGroup<typeof proofEndpoints> = {
  readLogHead: {
    inTown: async ({ stores, services, session, at }) =>
      accept(await readLogHead(stores, trustOf(services, session.tenantId), at)),
  },
  listCheckpoints: {
    inTown: async ({ stores, services, session }) => {
      const trust = trustOf(services, session.tenantId)
      const checkpoints = await stores.log.checkpoints(mostListed)
      return accept({ checkpoints: checkpoints.map((one) => headView(one, trust)) })
    },
  },
  checkPrintedHead: {
    inTown: async ({ query, stores }) => {
      const verdict = await checkPrintedHead(stores.log, query.size, query.head)
      return verdict === null ? refuse({ code: 'printed-head-unreadable' }) : accept(verdict)
    },
  },
  downloadReceipt: {
    inTown: async ({ params, stores, services, subject, at, note }) => {
      const read = await readReceipt(stores, params.entryId, subject, at, services.signer)
      if (!read.ok) return read
      const { receipt, entry } = read.value
      note({
        object: { kind: 'receipt', id: entry.id, label: `${entry.staffNumber} ${entry.occurredOn}` },
        after: { logSize: receipt.index + 1 },
      })
      return accept({
        fileName: `回执 ${entry.occurredOn} 第${String(entry.position)}号.json`,
        contentType: 'application/json; charset=utf-8',
        bytes: new TextEncoder().encode(`${JSON.stringify(receipt, null, 2)}\n`),
      })
    },
  },
  listKeptHeads: {
    inTown: async ({ stores, services, session }) => {
      const trust = trustOf(services, session.tenantId)
      const kept = await stores.log.keptHeads(mostListed)
      return accept({ kept: kept.map((one) => headView(one, trust, one.by)) })
    },
  },
  keepHead: {
    inTown: async ({ stores, services, session, act, note }) => {
      const outcome = await keepHead(stores.log, act, services.sha256)
      if (!outcome.ok) return outcome
      const { kept, before, isUnchanged } = outcome.value
      const trust = trustOf(services, session.tenantId)
      note({
        object: headObject(kept),
        before: before === null ? null : { logSize: before.size },
        after: { logSize: kept.size },
      })
      return accept({
        kept: headView(kept, trust, kept.by),
        before: before === null ? null : headView(before, trust, before.by),
        isUnchanged,
      })
    },
  },
  compareLog: {
    inTown: async ({ stores, note }) => {
      const { head, ledgerRows, erased, heads, problems } = await stores.log.compare()
      note({ object: headObject(head), after: { faults: problems.length } })
      const faults = problems.map((problem) => ({ index: problem.index, message: logFaultWords(problem) }))
      return accept({ head, ledgerRows, erased, heads, faults })
    },
  },
}

export const districtProofRoutes: RouteGroup<typeof districtProofEndpoints> = {
  listTownHeads: {
    signedIn: (call) =>
      inEachTown(call.services, 'read', async (town, stores) => accept(await lineOf(town, stores, call.services))),
  },
  keepTownHeads: {
    signedIn: (call) =>
      inEachTown(call.services, 'write', async (town, stores) => {
        const { services, session } = call
        // The clock is read behind the town's lock, so that later heads never carry earlier times.
        const act = { by: session.ownUserName, at: services.now(), newId: services.newId }
        const kept = await keepHead(stores.log, act, services.sha256)
        const line = await lineOf(town, stores, services)
        if (!kept.ok)
          return accept({
            ...line,
            problem: kept.refusal.code === 'log-empty' ? null : describeRefusal(kept.refusal).message,
          })
        await stores.audit.append([auditRow(call, act, kept.value.kept)])
        return accept(line)
      }),
  },
}

function trustOf({ signer, sha256 }: Services, tenantId: string) {
  return { tenantId, signer, sha256 }
}

function headObject(head: { readonly size: number; readonly root: string }) {
  return { kind: 'logHead', id: String(head.size), label: `${String(head.size)}条 ${shortHex(head.root)}` }
}

/** One transaction a town, behind its own wall, one after the other. */
async function inEachTown(
  services: Services,
  mode: 'read' | 'write',
  ask: (town: TownOfAccount, stores: TownStores) => Promise<Result<TownHead, Refusal>>,
): Promise<Result<{ readonly towns: readonly TownHead[] }, Refusal>> {
  const found = await services.inAccounts<readonly TownOfAccount[], Refusal>(async (accounts) =>
    accept(await accounts.realTowns()),
  )
  if (!found.ok) return found
  const towns: TownHead[] = []
  for (const town of found.value) {
    const line = await services.inTown<TownHead, Refusal>(town.id, mode, (stores) => ask(town, stores))
    if (!line.ok) return line
    towns.push(line.value)
  }
  return accept({ towns })
}

async function lineOf({ id, name }: TownOfAccount, { log }: TownStores, services: Services): Promise<TownHead> {
  const [kept] = await log.keptHeads(1)
  return {
    townId: id,
    town: name,
    head: await log.head(),
    lastKept: kept === undefined ? null : headView(kept, trustOf(services, id), kept.by),
    problem: null,
  }
}

/** The town sees in its own audit that the district has kept its head. */
function auditRow(
  { browser, session }: { readonly browser: Browser; readonly session: SignedIn },
  act: { readonly by: string; readonly at: Date; readonly newId: () => string },
  kept: { readonly size: number; readonly root: string },
) {
  return {
    id: act.newId(),
    at: act.at,
    by: act.by,
    roles: session.granted,
    operation: 'keepTownHeads',
    kind: 'write' as const,
    outcome: 'done' as const,
    ...browser.caller,
    object: headObject(kept),
    before: null,
    after: { logSize: kept.size },
    reason: null,
  }
}
