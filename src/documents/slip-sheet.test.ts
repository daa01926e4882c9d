import { expect, test } from 'vitest'
import { slipSheet } from './slip-sheet.ts'
import { writeWorkbook } from './workbook.ts'
import { readTable } from './read-table.ts'

const slip = {
  signInName: '李静017@qingxizhen',
  name: '=HYPERLINK("http://a")',
  office: '政府办',
  staffNumber: '017',
  code: '4DDY-JJSW-E595',
  validUntil: '2026-12-05T16:30:00.000Z',
}

test('一人一行，日期按镇里的日子，像公式的名字只是文字', async () => {
  const sheet = slipSheet('清溪镇', 'https://gongdao.zhen.lan/', [slip])
  expect(sheet.preface?.[1]).toContain('打开 https://gongdao.zhen.lan/activate，')
  const bytes = await writeWorkbook([sheet])
  const read = await readTable(bytes, '设置码.xlsx')
  if (!read.ok) throw new Error('the sheet can be read back')
  expect(read.value.rows.map(({ cells }) => cells)).toContainEqual([
    slip.name,
    '政府办',
    '017',
    '李静017@qingxizhen',
    '4DDY-JJSW-E595',
    '2026-12-06',
  ])
})
