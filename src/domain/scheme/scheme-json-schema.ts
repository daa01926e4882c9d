import { z } from 'zod'
import { schemeFormat, schemeSchema } from './scheme.ts'

/** The scheme file as JSON Schema (2020-12): what other programs may write and read. Plain numbers, ≤ 2 decimals. */
export function schemeJsonSchema(): object {
  return {
    $id: `https://gongdao.invalid/${schemeFormat}.schema.json`,
    title: schemeFormat,
    description:
      '考核方案文件。分值、金额（元）和数量都是最多两位小数的数；source 是对办法原文的引用，按 UTF-16 计。',
    ...z.toJSONSchema(schemeSchema, { io: 'input' }),
  }
}
