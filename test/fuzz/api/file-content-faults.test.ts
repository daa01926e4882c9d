import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { fileContentFaults } from './file-content-faults.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function workbookOf(cell: object): Promise<Buffer> {
  return writeXlsxFile([[cell]]).toBuffer()
}

test('.xlsx 里的公式查得出，公式样的文字不算', async () => {
  expect(fileContentFaults(xlsx, await workbookOf({ value: '=1+1', type: String }))).toEqual([])
  expect(fileContentFaults(xlsx, await workbookOf({ value: '=SUM(1,1)', type: 'Formula' }))).toEqual([
    'xl/worksheets/sheet1.xml里有公式',
  ])
})

test('.csv 里会当公式运行的格子查得出，负数和让制表符挡住的不算', () => {
  const faultsOf = (text: string) => fileContentFaults('text/csv; charset=utf-8', Buffer.from(text))
  expect(faultsOf('\ufeff姓名,分\r\n"\t=1+1",-2.5\r\n')).toEqual([])
  expect(faultsOf('姓名\r\n=1+1\r\n').length).toBe(1)
  expect(faultsOf('姓名\r\n＠SUM(1)\r\n').length).toBe(1)
})
