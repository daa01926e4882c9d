import { z } from 'zod'
import type { TownAtAGlance } from '../../queries/read-district.ts'
import type { TownResult } from '../../queries/read-district-results.ts'
import { answer, endpoint } from './endpoint.ts'

export type { TownAtAGlance, TownResult }

export type DistrictEvent = {
  readonly at: string
  /** null: nobody known. */
  readonly by: string | null
  /** In words. */
  readonly title: string
  readonly what: string
  readonly address: string
}

export type DistrictView = {
  readonly towns: readonly TownAtAGlance[]
  /** The last 50, the latest first. */
  readonly events: readonly DistrictEvent[]
}

/** To be printed or written down: its code is answered this once. */
export type FounderSlip = {
  readonly town: string
  /** As it is typed to sign in. */
  readonly signInName: string
  readonly code: string
  readonly validUntil: string
}

const townName = z.string().trim().min(2, '请填写镇（街道）名称').max(60, '名称最多60个字')
const townCode = z
  .string()
  .trim()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '代码只用小写字母、数字和中间的连字符')
  .min(2, '代码至少2个字符')
  .max(30, '代码最多30个字符')
const founderName = z
  .string()
  .trim()
  .min(2, '用户名至少2个字')
  .max(40, '用户名最多40个字')
  .regex(/^[^@\p{Cc}]+$/u, '用户名里不能有 @（它后面接的是镇的代码）')

/** 区级: the towns of the installation, never what is inside one of them but counts and approved results. */
export const districtEndpoints = {
  readDistrict: endpoint({
    method: 'GET',
    path: '/api/district',
    access: { action: 'district.read' },
    answer: answer<DistrictView>(),
  }),
  /** From the pinyin of the name, and free. */
  proposeTownCode: endpoint({
    method: 'GET',
    path: '/api/district/town-code',
    access: { action: 'district.change' },
    query: z.object({ name: z.string().max(60) }),
    answer: answer<{ readonly code: string }>(),
  }),
  createTown: endpoint({
    method: 'POST',
    path: '/api/district/towns',
    access: { action: 'district.change' },
    body: z.object({ name: townName, code: townCode, userName: founderName }),
    answer: answer<FounderSlip>(),
  }),
  /** While nobody of the town has come in yet. */
  reissueFounderCode: endpoint({
    method: 'POST',
    path: '/api/district/towns/{townId}/founder-code',
    access: { action: 'district.change' },
    params: z.object({ townId: z.uuid() }),
    answer: answer<FounderSlip>(),
  }),
  readDistrictResults: endpoint({
    method: 'GET',
    path: '/api/district/results',
    access: { action: 'district.read' },
    answer: answer<{ readonly results: readonly TownResult[] }>(),
  }),
}
