import { describe, expect, it } from 'vitest'
import { localDate } from '../../../domain/primitives/local-date.ts'
import { changeOf, emptyDraft } from './change-draft.ts'

const event = { what: 'move', on: localDate('2026-07-01') } as const

describe('填写人员变动', () => {
  it('离岗、返岗有日期就够；日期没填好的不算', () => {
    expect(changeOf(emptyDraft('leave', '2026-03-31'))).toEqual({ kind: 'leave', on: '2026-03-31' })
    expect(changeOf(emptyDraft('return', ''))).toBeNull()
  })

  it('调动只带填了的几项，一项没填的不算', () => {
    const draft = emptyDraft('move', '2026-07-01')
    expect(changeOf(draft)).toBeNull()
    expect(changeOf({ ...draft, office: '党办', employment: 'unspecified' })).toEqual({
      kind: 'move',
      on: '2026-07-01',
      place: { office: '党办', employment: null },
    })
  })

  it('入职要有姓名、职务；工作人员还要有办公室', () => {
    const draft = { ...emptyDraft('join', '2026-07-01'), name: ' 何知远 ', post: '工作人员' }
    expect(changeOf(draft)).toBeNull()
    expect(changeOf({ ...draft, office: '党办' })).toEqual({
      kind: 'join',
      on: '2026-07-01',
      name: '何知远',
      place: { office: '党办', post: '工作人员', inChargeOf: [], employment: null },
    })
    expect(changeOf({ ...draft, post: '主要领导' })).toMatchObject({ place: { office: '', post: '主要领导' } })
  })

  it('借调没有写到哪天的，还没有回来', () => {
    const draft = emptyDraft('secondment', '2026-03-01')
    expect(changeOf(draft)).toEqual({ kind: 'secondment', on: '2026-03-01', to: null, note: '' })
    expect(changeOf({ ...draft, to: '2026-05-31' })).toMatchObject({ to: '2026-05-31' })
  })

  it('更正要换一个日期；取消只要认得是哪一次', () => {
    const draft = emptyDraft('correct', '2026-11-22', event)
    expect(draft.on).toBe('2026-07-01')
    expect(changeOf(draft)).toBeNull()
    expect(changeOf({ ...draft, on: '2026-08-01' })).toEqual({ kind: 'correct', event, on: '2026-08-01' })
    expect(changeOf(emptyDraft('cancel', '', event))).toEqual({ kind: 'cancel', event })
  })
})
