import type { Centipoints } from '../primitives/centipoints.ts'
import { payChanges, type FinalPayList } from '../pay/final-pay-list.ts'
import type { FinalResult } from '../standing/final-result.ts'
import type { PersonFigure } from './backing.ts'
import type { BulletinBlock, BulletinContent } from './bulletin.ts'
import { pointsWords, tellApart, yuanWords } from './figure-words.ts'

export type CorrectedFigure = NonNullable<BulletinContent['correction']>['changes'][number]

/** A person with what is shown of him, in words, by what it is called. */
type Shown = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly figures: readonly (readonly [what: string, figure: string])[]
}

/** What a later quarterly bulletin says otherwise than the one it corrects; without scores where they are withheld. */
export function quarterChanges(
  before: readonly PersonFigure[],
  after: readonly PersonFigure[],
  gradesOnly: boolean,
): readonly CorrectedFigure[] {
  const shown = (people: readonly PersonFigure[]) =>
    people.map(({ staffNumber, name, office, soFar, rank }): Shown => ({
      staffNumber,
      name,
      office,
      figures: [...scoreOf('累计', soFar, gradesOnly), ['名次', rank === null ? '待评' : String(rank)]],
    }))
  return differences(shown(before), shown(after))
}

/** The same of an annual result: score, rank and grade. */
export function annualChanges(
  before: FinalResult,
  after: FinalResult,
  gradesOnly: boolean,
): readonly CorrectedFigure[] {
  const shown = ({ people }: FinalResult) =>
    people.map(({ staffNumber, name, office, score, rank, grade, tiedFor }): Shown => ({
      staffNumber,
      name,
      office,
      figures: [
        ...scoreOf('成绩', score, gradesOnly),
        ['名次', String(rank)],
        ['等次', grade ?? (tiedFor === null ? '无' : `${tiedFor}（待定）`)],
      ],
    }))
  return differences(shown(before), shown(after))
}

/** The same of a pay list: what is paid out. */
export function payListChanges(before: FinalPayList, after: FinalPayList): readonly CorrectedFigure[] {
  const lines = [...after.lines, ...before.lines]
  const changes = payChanges(before, after)
  const people = changes.map(({ staffNumber, name }) => ({
    name,
    office: lines.find((line) => line.staffNumber === staffNumber)?.office ?? '',
  }))
  const names = tellApart(people)
  return changes.map(({ beforeFen, afterFen }, place) => ({
    who: names[place] ?? '',
    what: '实发（元）',
    before: beforeFen === null ? '不在表上' : yuanWords(beforeFen),
    after: afterFen === null ? '不在表上' : yuanWords(afterFen),
  }))
}

function scoreOf(what: string, score: Centipoints, isWithheld: boolean): readonly (readonly [string, string])[] {
  return isWithheld ? [] : [[what, pointsWords(score)]]
}

/** In the order of the later one, then who is no longer in it. */
function differences(before: readonly Shown[], after: readonly Shown[]): readonly CorrectedFigure[] {
  const earlier = new Map(before.map((one) => [one.staffNumber, one]))
  const later = new Map(after.map((one) => [one.staffNumber, one]))
  const people = [...after, ...before.filter(({ staffNumber }) => !later.has(staffNumber))]
  const names = tellApart(people)
  return people.flatMap(({ staffNumber }, place): CorrectedFigure[] => {
    const [was, is] = [new Map(earlier.get(staffNumber)?.figures), new Map(later.get(staffNumber)?.figures)]
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((what) => {
      const change = { before: was.get(what) ?? '未列入', after: is.get(what) ?? '未列入' }
      return change.before === change.after ? [] : [{ who: names[place] ?? '', what, ...change }]
    })
  })
}

/** What stands first in a bulletin that corrects another. */
export function correctionBlocks(
  correction: NonNullable<BulletinContent['correction']>,
  corrected: { readonly title: string; readonly publishedOn: string },
): readonly BulletinBlock[] {
  const { number, reason, changes } = correction
  return [
    { kind: 'heading', level: 1, text: '更正说明' },
    {
      kind: 'paragraph',
      text: `本件更正${corrected.publishedOn}发布的第${String(number)}号《${corrected.title}》。原件不作改动，以本件为准。更正原因：${reason.replace(/[。.；;]+$/u, '')}。`,
    },
    ...(changes.length === 0
      ? [{ kind: 'paragraph' as const, text: '所列人员的成绩、名次和等次没有变动。' }]
      : [
          {
            kind: 'table' as const,
            title: `更正的内容（${String(new Set(changes.map(({ who }) => who)).size)}人）`,
            columns: [
              { title: '姓名', width: 6, figure: false },
              { title: '内容', width: 4, figure: false },
              { title: '原公布', width: 4, figure: true },
              { title: '更正为', width: 4, figure: true },
            ],
            rows: changes.map(({ who, what, before, after }) => [who, what, before, after]),
          },
        ]),
  ]
}
