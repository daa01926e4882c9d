import { describe, expect, test } from 'vitest'
import type { Fault } from './product.ts'
import { walkMany } from './walk.ts'

const runs = 2000
const seed = Number(process.env['MODEL_SEED'] ?? Date.now() % 2_147_483_647)

test(`异议、复核、公示、定稿、结账：随机走 ${String(runs)} 遍，和规矩一步不差（种子 ${String(seed)}）`, async () => {
  const seen = new Map<string, number>()
  await walkMany(runs, { seed, seen })
  // It went everywhere, and not only past closed doors.
  for (const deed of [
    'object',
    'answer',
    'ask',
    'recuse',
    'decide',
    'cure',
    'appeal',
    'withdraw',
    'publish',
    'finalise',
    'call-off',
    'close',
    'acknowledge',
  ])
    expect(seen.get(deed) ?? 0, deed).toBeGreaterThan(50)
})

describe('少了哪一条规矩都会被发现', () => {
  const faults: Readonly<Record<string, Fault>> = {
    '登记人可以答复、复核': {
      facts: (facts) => ({ ...facts, involvement: { ...facts.involvement, recordedBy: null } }),
    },
    '确认人可以答复、复核': {
      facts: (facts) => ({ ...facts, involvement: { ...facts.involvement, confirmedBy: null } }),
    },
    公布的人可以复核: {
      facts: (facts) => ({ ...facts, involvement: { ...facts.involvement, publishedBy: null } }),
    },
    本人可以参加决定自己的事: {
      remembers: (objection) => ({ ...objection, openedBy: '' }),
      facts: (facts, _, deed) =>
        deed === 'review-decided'
          ? { ...facts, staffNumber: null, involvement: { ...facts.involvement, subjects: [] } }
          : facts,
    },
    回避了还参加决定: {
      remembers: (objection) => ({
        ...objection,
        steps: objection.steps.filter(({ deed }) => deed.kind !== 'recused'),
      }),
    },
    谁都可以替本人办: { facts: (facts, { staffNumber }) => ({ ...facts, staffNumber }) },
    不是领导小组也能作复核决定: {
      opens: 'decide',
      facts: (facts) => ({ ...facts, rights: [...facts.rights, 'decide-review'] }),
    },
    过了期限还能提异议: { facts: (facts) => ({ ...facts, told: null }) },
    期限按日历天算: {
      facts: (facts) => ({ ...facts, calendar: { ...facts.calendar, isWorkingDay: () => true } }),
    },
    申请复核少给一天: {
      facts: (facts) => ({ ...facts, terms: { ...facts.terms, askReview: { days: 4, kind: 'working' } } }),
    },
    答复逾期就算办结: {
      openness: ({ steps }) => {
        const last = steps.at(-1)
        return last?.deed.kind === 'filed' && last.position > 1
      },
    },
    定稿不看有没有异议: { skipsGate: true },
    定稿以后还能再定一次: { finalisesTwice: true },
  }
  test.each(Object.entries(faults))('%s', async (_, fault) => {
    await expect(walkMany(runs, { seed: 20_260_309, fault })).rejects.toThrow(
      /against the model|by the model|decided|final|opened again/,
    )
  })
})
