import { describe, expect, it } from 'vitest'
import { writeCsv } from './csv.ts'

const written = (cells: readonly string[]) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv([cells]))

describe('写 .csv', () => {
  it.each(['=1+1', '+1+1', '-1+1', '@党办', '＝1+1', '＋1', '－1+1', '＠党办', '\t=1+1'])(
    '单元格 %j 打开后不会当公式运行',
    (cell) => {
      expect(written([cell])).toBe(`\uFEFF"\t${cell}"\r\n`)
    },
  )

  it('负数、普通文字照写；逗号、引号、换行加引号', () => {
    expect(written(['-2.5', '党办', '甲,乙', '说“好”', '"好"', '两\n行'])).toBe(
      '\uFEFF-2.5,党办,"甲,乙",说“好”,"""好""","两\n行"\r\n',
    )
  })
})
