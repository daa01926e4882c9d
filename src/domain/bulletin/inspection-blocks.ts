import type { LocalDate } from '../primitives/local-date.ts'
import type { BulletinBlock } from './bulletin.ts'

/** What was found in an office, as the report tells it. */
export type InspectionFinding = {
  readonly office: string
  readonly name: string
  readonly occurredOn: LocalDate
  readonly clause: string
  /** 2次 */
  readonly amount: string
  readonly words: string
  readonly state: 'recorded' | 'confirmed' | 'reversed'
}

export type InspectionReport = {
  readonly fromOn: LocalDate
  readonly toOn: LocalDate
  readonly inspectors: readonly string[]
  /** In the order of the round. */
  readonly offices: readonly {
    readonly office: string
    readonly outcome: 'nothing' | 'findings' | 'unvisited'
    /** Why it was not visited; empty where it was. */
    readonly reason: string
  }[]
  readonly findings: readonly InspectionFinding[]
  /** Otherwise the findings say how many people, without their names. */
  readonly withNames: boolean
}

/**
 * 督查通报: which offices were looked at, where nothing was found, what was found where under which clause, and which
 * offices were not visited and why. What has been taken back since is not told as found.
 */
export function inspectionBlocks(report: InspectionReport): readonly BulletinBlock[] {
  const { offices, findings } = report
  const standing = findings.filter(({ state }) => state !== 'reversed')
  const found = offices.filter(({ office }) => standing.some((one) => one.office === office))
  const clean = offices.filter((one) => one.outcome !== 'unvisited' && !found.includes(one))
  const unvisited = offices.filter(({ outcome }) => outcome === 'unvisited')
  const visited = offices.length - unvisited.length
  return [
    {
      kind: 'paragraph',
      text: `${report.fromOn}至${report.toOn}，${report.inspectors.join('、')}对${String(offices.length)}个办公室进行督查，实际到${String(visited)}个，其中${String(clean.length)}个未发现问题，${String(found.length)}个发现问题${String(standing.length)}条。`,
    },
    { kind: 'heading', level: 1, text: '未发现问题的办公室' },
    { kind: 'paragraph', text: clean.length === 0 ? '无。' : `${namesOf(clean)}。` },
    { kind: 'heading', level: 1, text: '发现的问题' },
    ...(found.length === 0 ? [nothing] : []),
    ...found.flatMap(({ office }) =>
      officeBlocks(
        office,
        standing.filter((one) => one.office === office),
        report.withNames,
      ),
    ),
    ...unvisitedBlocks(unvisited),
  ]
}

const nothing: BulletinBlock = { kind: 'paragraph', text: '无。' }

function unvisitedBlocks(unvisited: InspectionReport['offices']): readonly BulletinBlock[] {
  if (unvisited.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: '没有督查的办公室' },
    {
      kind: 'table',
      title: null,
      columns: [
        { title: '办公室', width: 3, figure: false },
        { title: '原因', width: 7, figure: false },
      ],
      rows: unvisited.map(({ office, reason }) => [office, reason]),
    },
  ]
}

const namesOf = (offices: readonly { readonly office: string }[]) => offices.map(({ office }) => office).join('、')

function officeBlocks(
  office: string,
  findings: readonly InspectionFinding[],
  withNames: boolean,
): readonly BulletinBlock[] {
  return [
    { kind: 'heading', level: 2, text: office },
    {
      kind: 'table',
      title: null,
      columns: [
        ...(withNames ? [{ title: '姓名', width: 3, figure: false }] : []),
        { title: '日期', width: 4, figure: false },
        { title: '依据条款', width: 8, figure: false },
        { title: '情况', width: 6, figure: false },
        { title: withNames ? '数量' : '人次', width: 3, figure: true },
      ],
      rows: withNames ? findings.map(namedRow) : unnamedRows(findings),
    },
  ]
}

function namedRow({ name, occurredOn, clause, amount, words, state }: InspectionFinding): string[] {
  return [name, occurredOn, clause, `${words}${waitingWords(state)}`, amount]
}

/** One row per day and clause, with how many entries it stands for. */
function unnamedRows(findings: readonly InspectionFinding[]): string[][] {
  const rows = new Map<string, { readonly one: InspectionFinding; count: number; isWaiting: boolean }>()
  for (const one of findings) {
    const key = JSON.stringify([one.occurredOn, one.clause])
    const row = rows.get(key) ?? { one, count: 0, isWaiting: false }
    row.count += 1
    row.isWaiting ||= one.state === 'recorded'
    rows.set(key, row)
  }
  // What was written down freely may name somebody: without names it is not told.
  return [...rows.values()].map(({ one, count, isWaiting }) => [
    one.occurredOn,
    one.clause,
    isWaiting ? '待考核办确认' : '已确认',
    String(count),
  ])
}

function waitingWords(state: InspectionFinding['state']): string {
  return state === 'recorded' ? '（待考核办确认）' : ''
}
