import type { Chance } from '../chance.ts'

/** Texts that have broken programs before. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\0',
  '姓名\0尾',
  '\ud800',
  '前\udc00后',
  '\u202e倒写\u202c',
  '\ufeff零宽\u200b\u200d',
  'e\u0301'.repeat(200),
  '👨‍👩‍👧‍👦🇨🇳',
  '𠮷㛃龑䶮',
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '=HYPERLINK("http://example.invalid";"点我")',
  '@SUM(1+1)*cmd|/C calc!A0',
  "'; drop table entry; --",
  "' or '1'='1",
  '../../../../etc/passwd',
  'C:\\Windows\\system32',
  '名\r\nSet-Cookie: a=b',
  '${7*7}{{7*7}}<%= 7*7 %>',
  '%00%0d%0a%',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '1e309',
  '-0',
  '0x10',
  '９９',
  '٣',
  '1,000.00',
  '９９９９-１２-３１',
  '2026-02-30',
  '0000-00-00',
  '99999-01-01',
  '长'.repeat(5_000),
  'A'.repeat(40_000),
  '\n'.repeat(3_000),
  '((((((((((((((((((((((((((((((((((((((((aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
  '扣2分'.repeat(2_000),
]

/** Stands where a value nested 20,000 deep comes: too deep for a serializer, so it is put in as text. */
export const deepMark = '\u0001深\u0001'

const otherTypes: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.005,
  1e21,
  -1e-7,
  2 ** 53,
  [],
  {},
  [[]],
  [null],
  { length: 3 },
  { toString: 'x' },
  deepMark,
]

export function hostileText(chance: Chance): string {
  return hostileTexts[chance(hostileTexts.length)] ?? ''
}

function hostileValue(chance: Chance): unknown {
  return chance(2) === 0 ? hostileText(chance) : otherTypes[chance(otherTypes.length)]
}

/** The value with one thing in it broken: another type, a hostile text, a field gone, doubled or too many. */
export function broken(value: unknown, chance: Chance): unknown {
  if (Array.isArray(value)) {
    if (value.length > 0 && chance(3) !== 0) {
      const at = chance(value.length)
      return value.map((element, index) => (index === at ? broken(element, chance) : element))
    }
    return [hostileValue(chance), [], Array.from({ length: 3_000 }, () => value[0] ?? null)][chance(3)]
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
    const at = chance(fields.length)
    switch (chance(fields.length === 0 ? 2 : 6)) {
      case 0:
        return hostileValue(chance)
      case 1:
        return Object.fromEntries([...fields, [hostileText(chance) || 'isAdmin', hostileValue(chance)]])
      case 2:
        return Object.fromEntries(fields.filter((_field, index) => index !== at))
      default:
        return Object.fromEntries(
          fields.map(([name, part], index) => [name, index === at ? broken(part, chance) : part]),
        )
    }
  }
  return hostileValue(chance)
}
