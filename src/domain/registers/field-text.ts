import { parseQuantity } from '../ledger/check-entry.ts'
import { parseLocalDate } from '../primitives/local-date.ts'
import { formatQuantity, quantity } from '../primitives/quantity.ts'
import { accept, refuse, type Result } from '../primitives/result.ts'
import { isSameOffice, officeCandidates } from '../roster/office-names.ts'
import type { RegisterField } from './register-definition.ts'

/** What people and offices in a cell are looked up in. */
export type FieldScope = {
  readonly people: readonly { readonly staffNumber: string; readonly name: string }[]
  readonly offices: readonly string[]
}

const listBreak = /[、,，;；\n]+/

/**
 * A cell as its field's value: text, HH:MM, YYYY-MM-DD, hundredths, a choice's value, 工号, an office as the roster
 * writes it, lists of these, true or false; null where the cell is empty and may be. Refused with a sentence.
 */
export function readFieldText(
  field: RegisterField,
  text: string,
  scope: FieldScope,
): Result<unknown, { readonly code: string; readonly message: string }> {
  const cell = text.normalize('NFKC').trim()
  if (field.kind === 'flag') return readFlag(field, cell)
  if (cell === '' && field.required) return fault('missing', `请填写“${field.title}”。`)
  if (field.kind === 'people' || field.kind === 'offices') {
    const parts = cell.split(listBreak).filter((part) => part.trim() !== '')
    const read = parts.map((part) => readOne(field.kind === 'people' ? 'person' : 'office', part.trim(), scope))
    const refused = read.find((one) => !one.ok)
    if (refused !== undefined && !refused.ok) return refused
    return accept([...new Set(read.flatMap((one) => (one.ok ? [one.value] : [])))])
  }
  if (cell === '') return accept(null)
  switch (field.kind) {
    case 'person':
    case 'office':
      return readOne(field.kind, cell, scope)
    case 'text':
    case 'long-text':
      return accept(text.trim())
    case 'day': {
      const day = parseLocalDate(cell)
      return day === null ? fault('bad-day', `“${text}”不是日期，请写成 2026-03-09。`) : accept(day)
    }
    case 'time':
      return readTime(cell)
    case 'quantity': {
      const amount = parseQuantity(cell.replace(/%$/, ''))
      return amount === null || amount < 0
        ? fault('bad-quantity', `“${text}”不是数，请填写不小于0、最多两位小数的数。`)
        : accept(amount)
    }
    case 'choice': {
      const found = field.choices?.find(({ value, title }) => value === cell || title === cell)
      const titles = (field.choices ?? []).map(({ title }) => title).join('、')
      return found === undefined
        ? fault('bad-choice', `“${text}”不在“${field.title}”之列，可填：${titles}。`)
        : accept(found.value)
    }
  }
}

function fault(code: string, message: string) {
  return refuse({ code, message })
}

function readFlag({ title }: RegisterField, cell: string) {
  if (/^(?:是|有|√|✓|1|y(?:es)?|true)$/i.test(cell)) return accept(true)
  if (/^(?:|否|无|没有|×|0|no?|false)$/i.test(cell)) return accept(false)
  return fault('bad-flag', `“${cell}”看不懂，“${title}”请填是或否。`)
}

function readTime(cell: string) {
  const match = /^(\d{1,2})[:：时](\d{2})(?::\d{2}|分)?$/.exec(cell)
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
  if (match === null || hour > 23 || minute > 59) return fault('bad-time', `“${cell}”不是时刻，请写成 08:30。`)
  return accept(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
}

/** 001, 张三, 张三（001） and 001 张三 all name a person; two of one name have to be told apart. */
function readOne(kind: 'person' | 'office', cell: string, { people, offices }: FieldScope) {
  if (kind === 'office') {
    const found = offices.find((one) => one === cell) ?? offices.find((one) => isSameOffice(one, cell))
    return found === undefined
      ? fault(
          'unknown-office',
          `花名册里没有办公室“${cell}”，请核对；相近的有：${officeCandidates(cell, offices).join('、')}。`,
        )
      : accept(found)
  }
  const exact = people.find(({ staffNumber }) => staffNumber === cell)
  if (exact !== undefined) return accept(exact.staffNumber)
  const both = /^(\S+?)\s*[(（]\s*(\S+?)\s*[)）]$/.exec(cell) ?? /^(\S+)\s+(\S+)$/.exec(cell)
  if (both !== null) {
    const pair = [both[1], both[2]]
    const named = people.find(({ staffNumber, name }) => pair.includes(staffNumber) && pair.includes(name))
    if (named !== undefined) return accept(named.staffNumber)
  }
  const [first, ...others] = people.filter(({ name }) => name === cell)
  if (first === undefined) return fault('unknown-person', `花名册里没有“${cell}”，请填写工号或姓名。`)
  if (others.length === 0) return accept(first.staffNumber)
  const numbers = [first, ...others].map(({ staffNumber }) => staffNumber).join('、')
  return fault('person-ambiguous', `叫“${cell}”的有几个人（工号 ${numbers}），请填写工号。`)
}

/** A value as a cell shows it: the words that `readFieldText` reads back; '' where there is none. */
export function fieldText(
  field: RegisterField,
  value: unknown,
  nameOf: (staffNumber: string) => string | null,
): string {
  if (value === null || value === undefined) return ''
  const person = (staffNumber: string) => {
    const name = nameOf(staffNumber)
    return name === null ? staffNumber : `${name}（${staffNumber}）`
  }
  if (Array.isArray(value)) {
    const parts = value.map(String)
    return (field.kind === 'people' ? parts.map(person) : parts).join('、')
  }
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return formatQuantity(quantity(value))
  if (typeof value !== 'string') return ''
  if (field.kind === 'person') return person(value)
  return field.choices?.find((choice) => choice.value === value)?.title ?? value
}
