import { setTimeout as sleep } from 'node:timers/promises'
import { inspect } from 'node:util'
import pg from 'pg'
import type { KeptFiles } from './commands/kept-files.ts'
import { allowDistrictSetUp } from './commands/set-up-district.ts'
import { allowSetUp } from './commands/set-up.ts'
import { accept, refuse, type Result } from './domain/primitives/result.ts'
import { createSite } from './http/create-site.ts'
import { listen, type Listening } from './http/listen.ts'
import { loadSampleTown } from './http/load-sample-town.ts'
import { addressesOf } from './http/network/addresses.ts'
import { followCertificate } from './http/network/follow-certificate.ts'
import { networkRefusalSentence } from './http/network/network-refusal.ts'
import { readNetwork, type Network } from './http/network/read-network.ts'
import { createMessenger } from './http/outbound/create-messenger.ts'
import { outboundRefusalSentence, readOutbound, type OutboundSettings } from './http/outbound/read-outbound.ts'
import { openProvider } from './http/provider/open-provider.ts'
import { providerRefusalSentence, readProvider, type ProviderSettings } from './http/provider/read-provider.ts'
import { diskFullSentence } from './http/refusal-answers/outage-answer.ts'
import { startReminders } from './http/reminders/start-reminders.ts'
import { rescueSignIn } from './http/rescue-sign-in.ts'
import type { Fault, Services } from './http/services.ts'
import { hashToken, newToken } from './http/session-token.ts'
import { projectPath } from './project-root.ts'
import { startRefusalSentence, type StartRefusal } from './storage/embedded/start-refusal.ts'
import { prepareJobQueue, startJobQueue } from './storage/job-queue.ts'
import { sweepKeptFiles } from './storage/kept-files.ts'
import { checkObjectStore } from './storage/object-store/object-files.ts'
import { objectStoreSentence, readObjectStore } from './storage/object-store/object-store-settings.ts'
import { logEarlierRows } from './storage/log-earlier-rows.ts'
import { migrate, MigrationRefused } from './storage/migrate.ts'
import { startDatabase, type Kept } from './storage/start-database.ts'
import { wireServices } from './wire-services.ts'

const rescueFlag = '--rescue='
const stopPatienceMs = 20_000

type Say = (line: string) => void

/** Starts everything, says how to get in, and stops everything at Ctrl-C; the process's exit code tells how it went. */
export async function main(args: readonly string[], say: Say): Promise<void> {
  const rescued = args.find((arg) => arg.startsWith(rescueFlag))?.slice(rescueFlag.length) ?? null
  const flags = args.filter((arg) => !arg.startsWith(rescueFlag))
  const unknown = flags.find((arg) => arg !== '--sample' && arg !== '--district')
  if (unknown !== undefined)
    return end(
      `不认识 ${unknown}；可用的有 --sample（载入示例镇）、--district（设区级账号）、--rescue=用户名（重置一个账号的登录）。`,
      2,
    )
  const asked = stopAsked(say)
  const network = readNetwork(process.env)
  if (!network.ok) return end(networkRefusalSentence(network.refusal), 1)
  const provider = readProvider(process.env)
  if (!provider.ok) return end(providerRefusalSentence(provider.refusal), 1)
  const outbound = readOutbound(process.env)
  if (!outbound.ok) return end(outboundRefusalSentence(outbound.refusal), 1)
  const store = readObjectStore(process.env)
  if (!store.ok) return end(objectStoreSentence(store.refusal), 1)
  const objects = store.value === null ? accept(null) : await checkObjectStore(store.value)
  if (!objects.ok) return end(objectStoreSentence(objects.refusal), 1)
  say('正在启动数据库……')
  const database = await startDatabase({ environment: process.env, say })
  if (!database.ok) return end(startRefusalSentence(database.refusal), 1)
  say(`数据库就绪（${database.value.place}）`)
  const settings = {
    network: network.value,
    provider: provider.value,
    outbound: outbound.value,
    objects: objects.value,
    flags: new Set(flags),
    rescued,
  }
  process.exitCode = await serveUntil(asked, database.value, settings, say)
  await Promise.race([database.value.stop(), sleep(stopPatienceMs, undefined, { ref: false })])
  say('已停止。')
  process.exit()
}

type Settings = {
  readonly network: Network
  readonly provider: ProviderSettings | null
  readonly outbound: OutboundSettings
  /** Where files go; null: into the data folder. */
  readonly objects: KeptFiles | null
  readonly flags: ReadonlySet<string>
  /** Whose sign-in is to be reset; null: nobody's. */
  readonly rescued: string | null
}

/** The running system, from migrations to the last answer; answers the exit code. */
async function serveUntil(
  asked: Promise<void>,
  database: Kept,
  { network, provider, outbound, objects, flags, rescued }: Settings,
  say: Say,
): Promise<number> {
  const pools = { app: openPool(database.appUrl), signIn: openPool(database.signInUrl) }
  try {
    await migrate(database.ownerUrl)
    await prepareJobQueue(database.ownerUrl).catch(complainOfReminders)
    await sweepKeptFiles(database.filesFolder, new Date())
    let address = ''
    const messenger = createMessenger(outbound, () => address)
    const services = wireServices(
      pools,
      { ...database, objects },
      logFault,
      provider && openProvider(provider),
      messenger,
    )
    const shortage = await services.disk.shortage()
    if (shortage !== null) complain(diskFullSentence(shortage))
    else await logEarlierRows(pools, services.now, say)
    if (shortage === null && flags.has('--sample')) await loadSample(services, say)
    const listening = await listenOn(network, services)
    if (!listening.ok) {
      complain(startRefusalSentence(listening.refusal))
      return 1
    }
    announce(network, listening.value, say)
    if (flags.has('--district')) await announceDistrict(network, listening.value, services, say)
    else await announceSetUp(network, listening.value, services, say)
    if (rescued !== null) say(await rescueSignIn(rescued, addressesOf(network, listening.value.port)[0], services))
    address = addressesOf(network, listening.value.port)[0]
    const reminders = await startReminders(services, (options) =>
      startJobQueue({ appUrl: database.appUrl, ...options }),
    ).catch(complainOfReminders)
    say('按 Ctrl-C 停止。')
    const stopFollowing = follow(network, listening.value, services, say)
    const end = await Promise.race([asked.then(() => 'asked' as const), database.lost.then(() => 'lost' as const)])
    stopFollowing()
    await reminders?.stop()
    await listening.value.close()
    if (end === 'lost') complain('数据库意外停止，公道随之停止；请看数据文件夹里的 postgres.log，再重新启动。')
    return end === 'asked' ? 0 : 1
  } catch (error) {
    complain(error instanceof MigrationRefused ? error.message : inspect(error))
    return 1
  } finally {
    await Promise.all([pools.app.end(), pools.signIn.end()])
  }
}

/** Everything else works without them. */
function complainOfReminders(error: unknown): null {
  complain(
    `提醒暂时不能运行，其余照常；重新启动会再试。${error instanceof MigrationRefused ? error.message : inspect(error)}`,
  )
  return null
}

/** Resolves at the first Ctrl-C or kill; further ones change nothing, the stop is under way. */
function stopAsked(say: Say): Promise<void> {
  return new Promise((resolve) => {
    let isAsked = false
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (!isAsked) say('正在停止……')
        isAsked = true
        resolve()
      })
  })
}

/** Before the first set-up, the sample waits for the first account; afterwards its owner loads it on the home page. */
async function loadSample(services: Services, say: Say): Promise<void> {
  const state = await services.inAccounts(async (accounts) =>
    accept({ isSetUp: await accounts.hasAccounts(), waiting: (await accounts.ownerlessSamples()).length > 0 }),
  )
  if (state.ok && state.value.isSetUp) return say('已经设定过用户：请登录后在“工作台”载入示例镇。')
  if (state.ok && state.value.waiting) return say('示例镇已在，设定用户后就能看到。')
  say('正在载入示例镇……')
  await loadSampleTown(services, null)
  say('示例镇已载入。')
}

function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 10, application_name: 'gongdao' })
  // An idle connection that breaks is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => {})
  return pool
}

async function listenOn(network: Network, services: Services): Promise<Result<Listening, StartRefusal>> {
  const { host, port, tls } = network
  let boundPort = port
  const ownAddress = () => addressesOf(network, boundPort)[0]
  const site = createSite({ network, ownAddress, services, webFolder: projectPath('dist', 'web') })
  try {
    const listening = await listen(site, { host, port, tls: tls?.certificate ?? null })
    boundPort = listening.port
    return accept(listening)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EADDRINUSE') return refuse({ kind: 'port-taken', port })
    if (code === 'EACCES') return refuse({ kind: 'port-forbidden', port })
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return refuse({ kind: 'host-unavailable', host })
    throw error
  }
}

function announce(network: Network, { port }: Listening, say: Say): void {
  const [address, ...others] = addressesOf(network, port)
  say(`公道已就绪：${address}/`)
  if (others.length > 0) say(`也可以用：${others.map((other) => `${other}/`).join('  ')}`)
}

/** The one link of an empty installation; whoever starts it for a district is given that link instead. */
async function announceSetUp(network: Network, { port }: Listening, services: Services, say: Say): Promise<void> {
  const token = newToken()
  const allowed = await services.inAccounts(async (accounts) =>
    accept(await allowSetUp(hashToken(token), services.now(), accounts)),
  )
  const [address] = addressesOf(network, port)
  if (allowed.ok && allowed.value)
    say(`第一次使用，请打开这个一次性地址，设定镇名、用户名和密码：\n\n    ${address}/set-up?token=${token}\n`)
}

/** One more account of the district each time: there is nobody above it who could make one. */
async function announceDistrict(
  network: Network,
  { port }: Listening,
  services: Services,
  say: Say,
): Promise<void> {
  const token = newToken()
  await services.inAccounts(async (accounts) =>
    accept(await allowDistrictSetUp(hashToken(token), services.now(), accounts)),
  )
  const [address] = addressesOf(network, port)
  say(`设区级账号，请在一天内打开这个一次性地址：\n\n    ${address}/set-up?token=${token}\n`)
}

/** A renewed certificate is taken over while the system runs. */
function follow({ tls }: Network, listening: Listening, { now }: Services, say: Say): () => void {
  if (tls === null) return () => {}
  const { certificate: current, ...files } = tls
  return followCertificate({ files, current, now, say, onRenewed: listening.renew })
}

function end(sentence: string, exitCode: number): void {
  complain(sentence)
  process.exit(exitCode)
}

function logFault({ logId, method, path, error }: Fault): void {
  complain(`[${logId}] ${method} ${path} ${inspect(error)}`)
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`)
}
