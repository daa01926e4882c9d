import { townDay } from '../domain/primitives/local-date.ts'
import type { BookSheet } from './workbook.ts'

export type SlipLine = {
  readonly signInName: string
  readonly name: string
  readonly office: string
  readonly staffNumber: string
  readonly code: string
  /** ISO instant. */
  readonly validUntil: string
}

/** The set-up slips as a sheet, one row each, for a mail merge or a label printer. */
export function slipSheet(town: string, address: string, slips: readonly SlipLine[]): BookSheet {
  return {
    name: '设置码',
    preface: [
      `${town}公道账号设置码`,
      `打开 ${address.replace(/\/+$/, '')}/activate，输入用户名和设置码，自己设密码。设置码只能用一次，发完请删掉这份文件。`,
    ],
    header: ['姓名', '办公室', '工号', '用户名', '设置码', '有效期至'],
    rows: slips.map(({ name, office, staffNumber, signInName, code, validUntil }) => [
      name,
      office,
      staffNumber,
      signInName,
      code,
      townDay(Date.parse(validUntil)),
    ]),
    widths: [12, 18, 10, 22, 24, 14],
  }
}
