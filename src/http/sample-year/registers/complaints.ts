import { addComplaint, fileComplaint, stepComplaint } from '../../../commands/registers/keep-complaints.ts'
import { switchComplaintForm } from '../../../commands/registers/complaint-form.ts'
import { expectFit } from '../../../commands/fill-sample-town.ts'
import { localDate } from '../../../domain/primitives/local-date.ts'
import type { ComplaintChannel } from '../../../domain/registers/complaint/complaint-record.ts'
import type { ComplaintStep } from '../../../domain/registers/complaint/complaint-steps.ts'
import type { Subject } from '../../../policies/permit.ts'
import { newReceipt, receiptHash } from '../../complaint-receipt.ts'
import type { SampleRegisterPorts } from '../registers.ts'

const discipline: Subject = {
  by: '郭砚秋',
  roles: ['discipline'],
  staffNumber: '018',
  ownOffices: [],
  inChargeOf: [],
}

type Told = {
  readonly on: string
  readonly channel: ComplaintChannel
  readonly number?: string
  readonly words: string
  readonly about: string | null
  readonly complainant: { readonly name: string | null; readonly contact: string | null } | null
  readonly steps: readonly ComplaintStep[]
}

const start: ComplaintStep = { step: 'verification-started' }

/** 投诉举报: a letter that proved true, two that did not or belonged elsewhere, one at work, one that has just come in. */
function told(upheldOf: string): readonly Told[] {
  return [
    {
      on: '2025-04-09',
      channel: 'letter',
      words: '反映便民大厅有人把低保申请压着不办，来回跑了好几次，每次都说缺材料，又不一次说清楚缺什么。',
      about: '便民大厅社保窗口',
      complainant: null,
      steps: [
        start,
        { step: 'not-upheld', reasons: '调取受理登记和录像：当日已一次性出具补正通知书，有本人签收。' },
      ],
    },
    {
      on: '2025-07-22',
      channel: 'referred',
      words: '区信访局转来：反映邻村征地补偿款发放不公。',
      about: null,
      complainant: null,
      steps: [
        {
          step: 'transferred',
          reasons: '反映的事项属邻镇管辖，与本镇人员无关。',
          transferredTo: '区信访局',
        },
      ],
    },
    {
      on: '2025-12-17',
      channel: 'visit',
      words: '昨天上午去办事，窗口的人一直看手机不理人，问一句就发脾气，说你急什么急。',
      about: '便民大厅窗口',
      complainant: { name: '龚大爷', contact: '住镇东头' },
      steps: [
        start,
        {
          step: 'upheld',
          reasons: '调取大厅录像，并与当事人、同窗口两名同志谈话核实。',
          finding: {
            occurredOn: localDate('2025-12-16'),
            staffNumbers: [upheldOf],
            found: '对前来办事的群众态度生硬，未执行首问责任制。',
          },
        },
      ],
    },
    {
      on: '2025-12-24',
      channel: 'hotline',
      number: '2025122400817',
      words: '来电反映：上周五下午三点多农技站没有人，门锁着。',
      about: '农技站',
      complainant: null,
      steps: [start],
    },
  ]
}

export async function fillSampleComplaints({ stores, roster, entries, act }: SampleRegisterPorts): Promise<void> {
  const served = entries.find(({ clause }) => clause.includes('群众投诉'))?.staffNumber
  const upheldOf = served ?? roster.find(({ post }) => post === '工作人员')?.staffNumber ?? ''
  for (const { on, channel, number = null, words, about, complainant, steps } of told(upheldOf)) {
    const day = localDate(on)
    const { by } = discipline
    const given = { channel, receivedOn: day, number, words, about, aboutStaffNumber: null, complainant }
    const added = expectFit(await addComplaint(stores, act(day, 10, by), given), words)
    for (const [at, step] of steps.entries()) {
      const taken = { id: added.id, revision: at + 1, step }
      expectFit(await stepComplaint(stores, act(day, 14 + at, by), discipline, taken), words)
    }
  }
  const day = localDate('2025-12-29')
  await switchComplaintForm(stores.registerSettings, { isOpen: true, ...act(day, 9, '丁岚') })
  const filed = {
    words: '镇政府门口的公示栏好几个月没有换过，去年的低保名单还挂着。',
    about: null,
    complainant: null,
  }
  await fileComplaint(stores.records, act(day, 20, '丁岚'), filed, receiptHash(newReceipt()))
}
