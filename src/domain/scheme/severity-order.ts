/** How grave words of severity are, from 轻微 to 特别严重; what is not listed cannot be compared. */
const grades: readonly (readonly [grade: number, words: RegExp])[] = [
  [6, /特别严重|特别重大|特别恶劣|死亡/u],
  [5, /重大(?:损失|事故|后果)|严重(?:后果|损失|事故)|情节严重|后果严重/u],
  [4, /重大(?:不良)?影响|严重(?:不良|负面)?影响|恶劣|较重|较大(?:损失|后果)|经济损失/u],
  [3, /较大影响/u],
  [2, /(?:不良|负面|一定|不利)(?:社会)?影响|一定(?:损失|后果)|情节一般/u],
  [1, /轻微|较轻|较小/u],
]

/** The grade of 造成不良影响, 造成重大损失 …; higher is graver, null when the words are not known. */
export function severityGrade(severity: string): number | null {
  return grades.find(([, words]) => words.test(severity))?.[0] ?? null
}
