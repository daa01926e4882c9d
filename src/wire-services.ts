import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { SampleFiles } from './commands/fill-sample-town.ts'
import type { KeptFiles } from './commands/kept-files.ts'
import type { Messenger } from './commands/messenger.ts'
import { writeBulletin } from './documents/bulletin-file.ts'
import { checkAttachment } from './documents/check-attachment.ts'
import { thumbnailOf } from './documents/picture.ts'
import { readTable } from './documents/read-table.ts'
import { regulationFileWords } from './documents/regulation-file-words.ts'
import { readRegulationFile } from './documents/regulation-text.ts'
import { writeProceeding } from './documents/proceeding-document.ts'
import { writeScheme } from './documents/scheme-file.ts'
import { sheets } from './documents/sheets.ts'
import { compareTexts } from './documents/text-differences.ts'
import { workbooks } from './documents/workbooks.ts'
import { accept, assert, refuse } from './domain/primitives/result.ts'
import type { Table } from './domain/primitives/table.ts'
import { exampleInputSchema } from './domain/scheme/edit-scheme.ts'
import { createMessenger } from './http/outbound/create-messenger.ts'
import type { Provider } from './http/provider/provider.ts'
import type { Fault, Services } from './http/services.ts'
import { grantableRoles } from './policies/roles.ts'
import { packageVersion } from './package-version.ts'
import { projectPath } from './project-root.ts'
import { createStorage, type Pools } from './storage/create-storage.ts'
import { diskRoom } from './storage/disk-room.ts'
import { keptFiles } from './storage/kept-files.ts'
import { filesOfBoth } from './storage/object-store/files-of-both.ts'
import { outageOf } from './storage/outage.ts'
import { sha256 } from './storage/sha256.ts'
import { passwordHash } from './storage/password-hash.ts'
import { createSeal } from './storage/seal.ts'
import { spellName, spellOffice } from './storage/spell-name.ts'
import type { Kept } from './storage/start-database.ts'

/** The real things behind what the HTTP side asks for. */
export function wireServices(
  pools: Pools,
  kept: Pick<Kept, 'sealingKey' | 'signer' | 'filesFolder'> & {
    readonly disk?: Kept['disk']
    /** Where new files go; null: into the folder. */
    readonly objects?: KeptFiles | null
  },
  logFault: (fault: Fault) => void,
  provider: Provider | null = null,
  messenger: Messenger = createMessenger({ mail: null, webhookHosts: [] }, () => ''),
): Services {
  return {
    now: () => new Date(),
    newId: randomUUID,
    engineVersion: packageVersion(),
    ...createStorage(pools, kept.signer),
    signer: kept.signer,
    sha256,
    passwords: passwordHash,
    provider,
    messenger,
    seal: createSeal(kept.sealingKey),
    files: filesOn(keptFiles(kept.filesFolder), kept.objects ?? null),
    disk: diskRoom(kept.disk ?? null),
    outageOf,
    checkAttachment,
    thumbnailOf,
    sheets,
    readRegulation: async ({ name, bytes }) => {
      const read = await readRegulationFile(bytes, name)
      if (read.ok) return accept(read.value.text)
      return refuse({ code: 'file-refused', message: regulationFileWords(read.refusal) })
    },
    workbooks,
    writeScheme,
    writeBulletin,
    writeProceeding,
    readVerifier: () => readFile(projectPath('dist', 'web', 'verify.html')),
    compareTexts,
    readSampleFiles,
    spellName,
    spellOffice,
    logFault,
  }
}

function filesOn(disk: KeptFiles, objects: KeptFiles | null): KeptFiles {
  return objects === null ? disk : filesOfBoth(objects, disk)
}

async function readSampleFiles(): Promise<SampleFiles> {
  const [roster, entries, ratings] = await Promise.all(
    ['roster.csv', 'entries.csv', 'ratings.csv'].map(readSampleTable),
  )
  assert(roster !== undefined && entries !== undefined && ratings !== undefined, 'three tables were read')
  const regulation = await readSampleRegulation('regulation.txt')
  const revision = await readSampleRegulation('regulation-2026.txt')
  const { examples } = sampleExamples.parse(JSON.parse(await readFile(samplePath('examples.json'), 'utf8')))
  const { accounts } = sampleAccounts.parse(JSON.parse(await readFile(samplePath('accounts.json'), 'utf8')))
  return { regulation, revision, examples, roster, entries, ratings, accounts }
}

const sampleExamples = z.object({ examples: z.array(exampleInputSchema) })
const sampleAccounts = z.object({
  accounts: z.array(
    z.object({ userName: z.string(), staffNumber: z.string(), roles: z.array(z.enum(grantableRoles)) }),
  ),
})

async function readSampleRegulation(fileName: string): Promise<SampleFiles['regulation']> {
  const text = await readFile(samplePath(fileName), 'utf8')
  const [title = ''] = text.split('\n', 1)
  return { title: title.trim(), fileName, text }
}

async function readSampleTable(fileName: string): Promise<Table> {
  const table = await readTable(await readFile(samplePath(fileName)), fileName)
  assert(table.ok, `${fileName} of the sample is a table`)
  return table.value
}

function samplePath(fileName: string): string {
  return projectPath('schemes', 'sample', fileName)
}
