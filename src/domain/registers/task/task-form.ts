import { z } from 'zod'
import type { RegisterDefinition, RegisterField } from '../register-definition.ts'
import { taskBodySchema, taskDefinition, type TaskBody, type TaskKind } from './task-record.ts'

const about = ['title', 'staffNumber', 'office', 'people'] as const
const keysOf: Readonly<Record<TaskKind, readonly string[]>> = {
  task: [...about, 'first', 'last', 'time', 'source', 'basis', 'wanted'],
  recurring: [...about, 'window', 'pieces', 'first', 'last', 'source', 'wanted'],
  incident: [...about, 'first', 'time', 'hours', 'reportedOn', 'reportedTime', 'wanted'],
}

type Changes = Partial<Pick<RegisterField, 'title' | 'required' | 'note' | 'example'>>
const changesOf: Readonly<Record<TaskKind, Readonly<Record<string, Changes>>>> = {
  task: {
    first: { note: '' },
    last: { required: true, note: '' },
    time: { title: '截止时刻', note: '不填为当天结束。' },
  },
  recurring: {
    title: { example: '党务公开' },
    first: { title: '起始日期', note: '' },
    last: { title: '结束日期', required: true, note: '一般到年底；起止日期切断的周期不计。' },
    window: { required: true, note: '' },
    pieces: { required: true, note: '每个周期应交几期（篇、次）。' },
  },
  incident: {
    title: { example: '清水村林权纠纷' },
    first: { title: '发生日期', note: '' },
    time: { title: '发生时刻', required: true, note: '' },
    hours: { note: '不填按48小时（本系统建议值，办法另有规定的从其规定）。' },
  },
}

/** The definition as far as one kind of task asks, for its form: the kind itself is chosen before. */
export function taskFormOf(kind: TaskKind): RegisterDefinition<TaskBody> {
  const fields = keysOf[kind].flatMap((key) => {
    const field = taskDefinition.fields.find((one) => one.key === key)
    return field === undefined ? [] : [{ ...field, ...changesOf[kind][key] }]
  })
  const bodySchema = z.preprocess((given) => withKind(given, kind), taskBodySchema)
  return { ...taskDefinition, fields, bodySchema }
}

export function withKind(given: unknown, kind: TaskKind): unknown {
  return typeof given === 'object' && given !== null ? { ...given, kind } : given
}
