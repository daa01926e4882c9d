import { defineText } from './dictionary.ts'

export const confirmEntriesText = defineText(
  {
    title: '待确认',
    intro: '登记和导入的记录先到这里；确认后才计入成绩。',
    countAll: (count: number) => `共 ${String(count)} 条待确认`,
    others: (count: number) => `其中 ${String(count)} 条是您登记的或记的是您本人，须由考核办的另一人确认。`,
    selectAll: (count: number) => `全选 ${String(count)} 条`,
    confirm: (count: number) => `确认 ${String(count)} 条`,
    empty: '没有待确认的记录',
    emptyHint: '新登记的记录会先到这里，由办公室看过再确认。',
    record: '去登记',
    toStandings: '看成绩',
    limit: (count: number) => `一次最多显示 ${String(count)} 条，其余确认后再显示`,
  },
  {
    title: 'To confirm',
    intro: 'Entries recorded or imported wait here; they count once confirmed.',
    countAll: (count) => `${String(count)} to confirm`,
    others: (count) => `${String(count)} of them you recorded or are about you: a colleague confirms those.`,
    selectAll: (count) => `Select all ${String(count)}`,
    confirm: (count) => `Confirm ${String(count)}`,
    empty: 'Nothing to confirm',
    emptyHint: 'New entries come here first, for the office to look at.',
    record: 'Record',
    toStandings: 'Standings',
    limit: (count) => `At most ${String(count)} are shown at once; the others follow`,
  },
)
