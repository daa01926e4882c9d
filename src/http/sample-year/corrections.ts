import { expectFit } from '../../commands/fill-sample-town.ts'
import { answerCorrection, requestCorrection } from '../../commands/request-correction.ts'
import type { LocalDate } from '../../domain/primitives/local-date.ts'
import type { Subject } from '../../policies/permit.ts'
import { daysAgo, sampleAct, type Happening, type SampleTown } from './sample-town.ts'

const outside = { ownOffices: [], inChargeOf: [] }
const office: Subject = { by: '丁岚', roles: ['office'], staffNumber: '008', ...outside }
const staff = (by: string, staffNumber: string): Subject => ({ by, roles: ['staff'], staffNumber, ...outside })

/** 个人信息更正 of the sample: one put right, one that waits for the office. */
export function correctInSample(town: SampleTown): Happening[] {
  const { corrections } = town.stores
  const ask = (person: Subject, on: LocalDate, words: string) =>
    requestCorrection(corrections, sampleAct(town, on, 10, person.by), person, words)
  const [asked, waiting] = [daysAgo(town, 20), daysAgo(town, 1)]
  return [
    {
      on: asked,
      hour: 10,
      happens: async () => {
        const words = '我和政府办的李静同名，花名册里我的编制写成了她的编外，请改为公务员。'
        const { id: requestId } = expectFit(await ask(staff('李静', '048'), asked, words), '示例的更正申请')
        const answer = '已核对，两人的编制已分别改好。'
        const act = sampleAct(town, asked, 16, office.by)
        expectFit(
          await answerCorrection(corrections, act, office, { requestId, state: 'done', answer }),
          '示例的答复',
        )
      },
    },
    {
      on: waiting,
      hour: 10,
      happens: async () => {
        const words = '花名册里我的编制写的是事业，去年已转为公务员，转任文件在组织办，请核对。'
        expectFit(await ask(staff('尤和', '030'), waiting, words), '示例的更正申请')
      },
    },
  ]
}
