import type { LocalDate } from '../../../domain/primitives/local-date.ts'
import { countWords } from '../../../domain/registers/study/count-words.ts'
import {
  studyBodySchema,
  studyDefinition,
  type StudyRecord,
} from '../../../domain/registers/study/study-record.ts'
import { printOf } from '../../../domain/registers/study/text-print.ts'
import { daysAgo } from '../sample-town.ts'
import type { FillSampleRegister, SampleRegisterPorts } from '../registers.ts'

const sentences = [
  '通过学习，我进一步认识到基层工作的落脚点是群众的获得感，办事不能只看流程走没走完，还要看问题解决没有。',
  '结合本岗位，当前最要紧的是把底数摸清：户数、人数、存在的困难和已经采取的措施，都要有台账、有照片、有回访。',
  '对照先进典型，自己的差距主要在主动性不够，习惯于等安排、等通知，遇到跨部门的事推一步走一步。',
  '下一步我打算每周至少用两个半天进村入户，把听到的意见当天记下来，能办的马上办，不能办的说明原因。',
  '文件里反复强调的作风建设，落到窗口就是一次性告知、首问负责和限时办结，群众少跑一趟就是实效。',
  '学习不能停留在抄写上，要和正在推进的防汛、秸秆禁烧、医保征缴结合起来，用工作成效检验学习成效。',
]
const titles = ['学习全会精神体会', '《求是》文章读书笔记', '作风建设学习笔记', '基层治理专题学习']

/** Notebooks of the year as the ledger has them; and of this year pieces typed, waiting, returned and handed in twice. */
export const fillSampleStudy: FillSampleRegister = async (ports) => {
  await ports.stores.records.add([...notebooks(ports), ...piecesOfNow(ports)])
}

/** The half-yearly notebooks that the entries were recorded from. */
function notebooks(ports: SampleRegisterPorts): readonly StudyRecord[] {
  return ports.entries
    .filter(({ note, state }) => note?.includes('读书笔记') === true && state !== 'reversed')
    .map((entry) => {
      const half = entry.occurredOn.slice(5, 7) <= '06' ? '上半年' : '下半年'
      const body = { title: `${String(ports.year)}年${half}读书笔记`, words: entry.quantity }
      return recordOf(ports, { staffNumber: entry.staffNumber, day: entry.occurredOn, state: 'accepted', body })
    })
}

function piecesOfNow(ports: SampleRegisterPorts): readonly StudyRecord[] {
  const staff = ports.roster
    .filter(({ post, to }) => post === '工作人员' && to === null)
    .map(({ staffNumber }) => staffNumber)
  const piece = (at: number, ago: number, state: string, textOf = at, staffNumber = staff[at % staff.length]) => {
    const text = essayOf(textOf)
    return recordOf(ports, {
      staffNumber: staffNumber ?? '',
      day: daysAgo(ports.town, ago),
      state,
      body: {
        title: titles[textOf % titles.length] ?? '',
        source: textOf % 2 === 0 ? '《求是》' : null,
        form: 'typed',
        words: countWords(text) * 100,
        text,
        print: printOf(text),
      },
    })
  }
  const accepted = Array.from({ length: 14 }, (_, at) => piece(at, 20 + at * 11, 'accepted'))
  // One of those that wait is another's piece with its title kept.
  return [
    ...accepted,
    piece(14, 3, 'handed-in'),
    piece(15, 2, 'handed-in', 4),
    piece(16, 1, 'handed-in'),
    piece(17, 6, 'returned'),
    // Of whom a visitor looks at as staff.
    piece(18, 52, 'accepted', 18, '030'),
    piece(19, 115, 'accepted', 19, '030'),
  ]
}

/** Three of the sentences each, never the same three: no two pieces are more than half alike unless one was copied. */
const triples = sentences.flatMap((_, one) =>
  sentences.flatMap((__, two) =>
    sentences.flatMap((___, three) => (one < two && two < three ? [[one, two, three]] : [])),
  ),
)

/** Long enough to be a piece. */
function essayOf(at: number): string {
  const first = `第${String(at + 1)}次集中学习后，我把要点整理如下。`
  const three = triples[at % triples.length] ?? []
  const own = Array.from({ length: 12 }, (_, nth) => {
    const words = sentences[three[nth % three.length] ?? 0] ?? ''
    return nth % 3 === 2 ? `${words}（${String(at + 1)}—${String(nth)}）\n` : words
  })
  return [first, ...own].join('')
}

type Given = {
  readonly staffNumber: string
  readonly day: LocalDate
  readonly state: string
  readonly body: object
}

function recordOf(ports: SampleRegisterPorts, { staffNumber, day, state, body }: Given): StudyRecord {
  const content = {
    staffNumber,
    office: null,
    days: { first: day, last: day },
    body: studyBodySchema.parse(body),
  }
  const { at, by } = ports.act(day, 16, '丁岚')
  const naturalKey = studyDefinition.naturalKey(content)
  return { ...content, id: ports.newId(), register: 'study', state, naturalKey, revision: 1, at, by }
}
