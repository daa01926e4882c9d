import { posix } from 'node:path'
import { isTest, type SourceFile } from './source-files.ts'
import { importsOf, type Import } from './syntax.ts'

/** The domain tells its story in this order; a folder knows those before it. */
export const story = [
  'primitives',
  'regulation',
  'scheme',
  'compiler',
  'roster',
  'ledger',
  'registers',
  'proof',
  'scoring',
  'standing',
  'pay',
  'bulletin',
  'review',
  'verification',
] as const

type Border = {
  /** Zones whose values may be imported. */
  readonly values: readonly string[]
  /** Zones of which only types may be imported: ports that storage fulfils, answers that the contract hands on. */
  readonly types?: readonly string[]
  /** Packages; absent means any. */
  readonly packages?: readonly RegExp[]
}

const domain = 'domain'
const borders: Readonly<Record<string, Border>> = {
  policies: { values: [domain], packages: [/^zod$/] },
  commands: { values: [domain, 'policies'], packages: [/^zod$/] },
  // A store that both write and read through has its port declared once, by the commands.
  queries: { values: [domain, 'policies'], types: ['commands'], packages: [/^zod$/] },
  storage: { values: [domain], types: ['commands', 'queries'] },
  documents: { values: [domain], types: ['commands', 'queries'] },
  // What an endpoint answers is what its query answers, so the shape is declared there; its action is the policy table's.
  'http/contract': { values: [domain], types: ['queries', 'policies'], packages: [/^zod$/] },
  http: { values: [domain, 'http/contract', 'policies', 'commands', 'queries'] },
  web: { values: [domain, 'http/contract'], packages: [/^(?!node:)/] },
}

/** Every import of the files that crosses a border of the house, as one line each. */
export function findBorderFaults(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !isTest(file.path))
    .flatMap((file) =>
      importsOf(file).flatMap((entry) => {
        const fault = faultOf(file.path, entry)
        return fault === null ? [] : [`${file.path}: ${fault}`]
      }),
    )
}

function faultOf(path: string, entry: Import): string | null {
  const from = zoneOf(path)
  if (from === null) return `stands in no known folder`
  if (from === 'wiring') return null
  if (entry.from === null) return 'imports a computed name'
  if (!entry.from.startsWith('.')) return packageFault(from, entry.from)
  const target = posix.join(posix.dirname(path), entry.from)
  const to = zoneOf(target)
  if (to === from || (to !== null && mayImport(from, to, entry.typeOnly))) return null
  return `${from} imports ${entry.typeOnly ? 'a type of ' : ''}${target}`
}

function packageFault(zone: string, name: string): string | null {
  const allowed = zone.startsWith(domain) ? [/^zod$/] : borders[zone]?.packages
  if (allowed === undefined || allowed.some((pattern) => pattern.test(name))) return null
  return `${zone} imports the package ${name}`
}

function mayImport(from: string, to: string, typeOnly: boolean): boolean {
  if (from.startsWith('domain/')) return to.startsWith('domain/') && placeInStory(to) < placeInStory(from)
  const border = borders[from]
  const target = to.startsWith('domain/') ? domain : to
  return (
    border !== undefined &&
    (border.values.includes(target) || (typeOnly && border.types?.includes(target) === true))
  )
}

function placeInStory(zone: string): number {
  return story.findIndex((folder) => zone === `domain/${folder}`)
}

/** The part of the house a path belongs to: domain/x, http/contract, another folder of src, or the wiring. */
function zoneOf(path: string): string | null {
  const [root, folder = '', inner] = path.split('/')
  if (root !== 'src') return null
  if (folder === 'cli' || folder.endsWith('.ts')) return 'wiring'
  if (folder === domain) return story.some((name) => name === inner) ? `domain/${inner}` : null
  if (folder === 'http' && inner === 'contract') return 'http/contract'
  return folder in borders ? folder : null
}
