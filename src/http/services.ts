import type { AccountStore } from '../commands/account-store.ts'
import type { Seal } from '../commands/authenticator.ts'
import type { Messenger } from '../commands/messenger.ts'
import type { KeptFiles } from '../commands/kept-files.ts'
import type { DiskRoom, Outage } from '../commands/outage.ts'
import type { SpellName } from '../commands/import-roster.ts'
import type { Signer } from '../commands/signer.ts'
import type { BulletinBlock } from '../domain/bulletin/bulletin.ts'
import type { Result } from '../domain/primitives/result.ts'
import type { FinalPayList } from '../domain/pay/final-pay-list.ts'
import type { PayList } from '../domain/pay/share-pool.ts'
import type { Sha256 } from '../domain/primitives/canonical-json.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { LogHead } from '../domain/proof/log-entry.ts'
import type { AttachmentFault, TakenInFile } from '../domain/review/attachment.ts'
import type { FinalResult } from '../domain/standing/final-result.ts'
import type { SampleFiles } from '../commands/fill-sample-town.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import type { CompareTexts } from '../queries/compare-regulations.ts'
import type { ProceedingView } from '../queries/proceeding-view.ts'
import type { Standing } from '../queries/read-standings.ts'
import type { Slip } from './contract/town-accounts.ts'
import type { AnswerStore } from './idempotency.ts'
import type { FileAnswer, UploadedFile } from './files.ts'
import type { Provider } from './provider/provider.ts'
import type { FileRefusal } from './refusal.ts'
import type { Sheets } from './sheets.ts'
import type { TownStores } from './town-stores.ts'

/** One transaction in one town: kept when the work answers ok, undone when it refuses or throws. */
type InTown = <Value, Refusal>(
  tenantId: string,
  mode: 'read' | 'write' | 'note',
  work: (stores: TownStores & { readonly answers: AnswerStore }) => Promise<Result<Value, Refusal>>,
) => Promise<Result<Value, Refusal>>

/** One transaction on the sign-in tables, which all towns share. */
type InAccounts = <Value, Refusal>(
  work: (accounts: AccountStore) => Promise<Result<Value, Refusal>>,
) => Promise<Result<Value, Refusal>>

type Passwords = {
  readonly hash: (password: string) => Promise<string>
  readonly verify: (hash: string, password: string) => Promise<boolean>
}

export type Fault = {
  readonly logId: string
  readonly method: string
  readonly path: string
  readonly error: unknown
}

/** Results as .xlsx, without formulas (src/documents). */
type Workbooks = {
  readonly writeStandings: (standings: {
    readonly town: string
    readonly period: string
    readonly asOf: LocalDate
    readonly rows: readonly Standing[]
  }) => Promise<FileAnswer>
  readonly writePay: (pay: {
    readonly town: string
    readonly year: number
    readonly asOf: LocalDate
    readonly list: PayList
  }) => Promise<FileAnswer>
  readonly writeFinalResult: (result: FinalResult) => Promise<FileAnswer>
  readonly writePayList: (list: FinalPayList) => Promise<FileAnswer>
  /** The lines of the list given, without the town's sums. */
  readonly writeOwnPay: (list: FinalPayList) => Promise<FileAnswer>
  readonly writeSlips: (given: {
    readonly town: string
    readonly address: string
    readonly slips: readonly Omit<Slip, 'accountId'>[]
  }) => Promise<FileAnswer>
  /** Tables of text alone, each a sheet of its own; a .csv has the first. */
  readonly writePlain: (
    title: string,
    sheets: readonly {
      readonly title: string
      readonly preface?: readonly string[]
      readonly header: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }[],
    format: 'xlsx' | 'csv',
  ) => Promise<FileAnswer>
}

/** A scheme with what stands on its first page. */
export type SchemeEdition = {
  readonly town: string
  readonly scheme: Scheme
  /** null: a draft, and so it says. */
  readonly edition: {
    readonly version: number
    readonly effectiveFrom: LocalDate
    readonly basis: string
  } | null
}

/** A bulletin to print or to fill in elsewhere: what it shows, and the head it is sealed with. */
export type BulletinPaper = {
  readonly content: {
    readonly town: string
    readonly title: string
    readonly subtitle: string | null
    readonly blocks: readonly BulletinBlock[]
    readonly asOf: LocalDate
    readonly schemes: readonly {
      readonly version: number
      readonly title: string
      readonly effectiveFrom: LocalDate
    }[]
    readonly engineVersion: string
    readonly ledgerPosition: number
    /** Absent: of a document that is not published. */
    readonly publishedOn?: LocalDate
  }
  /** null: not published, or no publication at all. `text` is what the QR code holds. */
  readonly seal: { readonly head: LogHead; readonly text: string } | null
  /** Above the title: 草稿，未发布. */
  readonly mark: string | null
}

/** Everything the HTTP side needs from outside; main.ts wires it, tests pass their own. */
export type Services = {
  readonly now: () => Date
  readonly newId: () => string
  /** The program's own version, beside figures that are frozen. */
  readonly engineVersion: string
  readonly inTown: InTown
  readonly inAccounts: InAccounts
  readonly passwords: Passwords
  /** null: nobody signs in elsewhere. */
  readonly provider: Provider | null
  readonly seal: Seal
  /** The ways out of the house: mail and robots. */
  readonly messenger: Messenger
  /** Signs heads of the logs; pages show its keys. */
  readonly signer: Signer
  readonly sha256: Sha256
  /** What people hand in, by content. */
  readonly files: KeptFiles
  /** What a file handed in is, by its bytes, and the bytes to keep of it (src/documents). */
  readonly checkAttachment: (file: UploadedFile) => Promise<Result<TakenInFile, AttachmentFault>>
  /** A small JPEG of a picture; null: it cannot be read (src/documents). */
  readonly thumbnailOf: (bytes: Uint8Array) => Promise<Uint8Array | null>
  /** Reading and writing of .xlsx and .csv (src/documents). */
  readonly sheets: Sheets
  /** The stored text of an uploaded regulation; the refusal is a sentence that names the file and the way out. */
  readonly readRegulation: (file: UploadedFile) => Promise<Result<string, FileRefusal>>
  readonly workbooks: Workbooks
  /** A scheme to print, to fill in elsewhere, or to hand on (src/documents). */
  readonly writeScheme: (edition: SchemeEdition, format: 'docx' | 'xlsx' | 'json') => Promise<FileAnswer>
  /** A proceeding whole, in official layout (src/documents). */
  readonly writeProceeding: (town: string, proceeding: ProceedingView) => Promise<FileAnswer>
  /** Bulletins and personal documents in official layout, or as a workbook (src/documents). */
  readonly writeBulletin: (paper: BulletinPaper, format: 'docx' | 'xlsx') => Promise<FileAnswer>
  /** The page that checks proof files from a disk, as it was built. */
  readonly readVerifier: () => Promise<Uint8Array>
  /** Two texts side by side (src/documents). */
  readonly compareTexts: CompareTexts
  /** The fictional town's files as they ship. */
  readonly readSampleFiles: () => Promise<SampleFiles>
  /** What a Chinese name is found by, of a person and of an office. */
  readonly spellName: SpellName
  readonly spellOffice: SpellName
  /** What is left of the disk; writes are refused before it is full. */
  readonly disk: DiskRoom
  /** What an error says of the database or the disk; null: the fault is the program's. */
  readonly outageOf: (error: unknown) => Outage | null
  /** Writes the whole fault to the server's log; the caller sees only the log id. */
  readonly logFault: (fault: Fault) => void
}

/** When a request is answered by the server's clock, and which day that is in the town. */
export type Moment = { readonly at: Date; readonly today: LocalDate }
