import { z } from 'zod'
import { publicKeySchema } from '../../domain/proof/public-key.ts'

/** What a backup file is; another number when an older program could not read it. */
export const backupFormat = 'gongdao-backup/1'
export const manifestName = 'manifest.json'

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

/** Of PostgreSQL and below a folder: what leads out of the folder a backup is unpacked in is none of its parts. */
const tableName = z.string().regex(/^[a-z][a-z0-9_]*$/)
const pathWithin = z
  .string()
  .regex(/^[^\\/:]+(\/[^\\/:]+)*$/)
  .refine((path) => !path.split('/').some((part) => part === '.' || part === '..'))

const tableSchema = z.object({
  name: tableName,
  /** In the order of the table's file. */
  columns: z.array(z.string()).min(1),
  rows: z.int().min(0),
  bytes: z.int().min(0),
  sha256: sha256Schema,
})

const townSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  isSample: z.boolean(),
  ledgerRows: z.int().min(0),
  /** Of its tamper-evident log. */
  head: z.object({ size: z.int().min(0), root: sha256Schema }),
})

export const manifestSchema = z.object({
  format: z.literal(backupFormat),
  /** Version of the program that wrote it. */
  program: z.string(),
  madeAt: z.iso.datetime(),
  /** The files that had made the tables, in their order: the level. */
  migrations: z.array(z.object({ name: z.string(), sha256: sha256Schema })).min(1),
  /** In an order in which each table's references are there before it. */
  tables: z.array(tableSchema).min(1),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
  /** Of the data folder's `files`, by path inside it. */
  files: z.array(z.object({ path: pathWithin, bytes: z.int().min(0), sha256: sha256Schema })),
  /** By SHA-256: what rows speak of and the data folder had not, or not as it was handed in, when this was written. */
  lostFiles: z.array(sha256Schema).default([]),
  towns: z.array(townSchema),
  /** Keys the data folder had; they themselves are in no backup. */
  keys: z.array(z.object({ name: z.string(), sha256: sha256Schema })),
  /** The public halves of those that heads are signed with. */
  signingKeys: z.array(publicKeySchema),
})
export type Manifest = z.infer<typeof manifestSchema>
export type BackedUpTable = Manifest['tables'][number]
export type BackedUpTown = Manifest['towns'][number]

/** Where a table's rows lie in the file. */
export function tableEntry(name: string): string {
  return `tables/${name}.copy`
}

/** Where a file of the data folder lies in the backup. */
export function fileEntry(path: string): string {
  return `files/${path}`
}
