import { posts, type GradeClause, type Post } from '../scheme/scheme.ts'
import { gradeWords } from '../scheme/whole-words.ts'
import type { FinalPerson, FinalResult } from '../standing/final-result.ts'
import type { BulletinBlock, BulletinContent } from './bulletin.ts'
import { pointsWords } from './figure-words.ts'

/**
 * 年度考核结果公示 of an approved annual result: ranks and grades with their quotas, and scores unless they are withheld.
 * Neither numbers of staff nor anything of pay is in it.
 */
export function annualBlocks(
  result: FinalResult,
  { gradesOnly, grades }: { readonly gradesOnly: boolean; readonly grades: readonly GradeClause[] },
): readonly BulletinBlock[] {
  const hasGrades = grades.length > 0
  return [
    {
      kind: 'paragraph',
      text: `经考核领导小组审定，现将${String(result.year)}年度绩效考核结果公示如下。参加考核${String(result.people.length)}人，成绩截至${result.asOf}。`,
    },
    ...(hasGrades ? gradeBlocks(result, grades) : []),
    { kind: 'heading', level: 1, text: '考核结果' },
    ...posts.flatMap((post) => postTable(post, result.people, { gradesOnly, hasGrades })),
    {
      kind: 'paragraph',
      text: '以上为本镇（街道）的绩效考核结果，不等同于法律规定的年度考核等次。',
    },
  ]
}

/** For machines, in roster order. */
export function annualFigures(result: FinalResult, gradesOnly: boolean): NonNullable<BulletinContent['figures']> {
  return result.people.map(({ name, office, post, score, rank, grade }) => ({
    name,
    office,
    post,
    score: gradesOnly ? null : score,
    rank,
    grade,
  }))
}

function gradeBlocks({ people }: FinalResult, clauses: readonly GradeClause[]): BulletinBlock[] {
  const grades = [...new Set(clauses.map(({ grade }) => grade))]
  const counts = grades.map((grade) => {
    const open = people.filter(({ tiedFor }) => tiedFor === grade).length
    const given = people.filter((one) => one.grade === grade).length
    return `${grade}${String(given)}人${open === 0 ? '' : `（另有${String(open)}人并列待定）`}`
  })
  return [
    { kind: 'heading', level: 1, text: '等次' },
    { kind: 'paragraph', text: `${clauses.map((clause) => gradeWords(clause)).join('；')}。` },
    { kind: 'paragraph', text: `本年度${counts.join('，')}。` },
  ]
}

function postTable(
  post: Post,
  people: readonly FinalPerson[],
  { gradesOnly, hasGrades }: { readonly gradesOnly: boolean; readonly hasGrades: boolean },
): BulletinBlock[] {
  const ofPost = people.filter((one) => one.post === post).toSorted((one, other) => one.rank - other.rank)
  if (ofPost.length === 0) return []
  return [
    {
      kind: 'table',
      title: `${post}（${String(ofPost.length)}人）`,
      columns: [
        { title: '名次', width: 3, figure: true },
        { title: '姓名', width: 4, figure: false },
        { title: '办公室', width: 6, figure: false },
        ...(gradesOnly ? [] : [{ title: '成绩（分）', width: 4, figure: true }]),
        ...(hasGrades ? [{ title: '等次', width: 4, figure: false }] : []),
      ],
      rows: ofPost.map((one) => [
        String(one.rank),
        one.name,
        one.office,
        ...(gradesOnly ? [] : [pointsWords(one.score)]),
        ...(hasGrades ? [gradeOf(one)] : []),
      ]),
    },
  ]
}

function gradeOf({ grade, tiedFor }: FinalPerson): string {
  return grade ?? (tiedFor === null ? '' : `${tiedFor}（待定）`)
}
