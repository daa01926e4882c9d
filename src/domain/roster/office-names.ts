/** Brackets and spaces of both widths mean the same in an office's name. */
function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '')
}

/**
 * All names an office answers to: 国土所(规划办) is 国土所, 规划办 and the whole (SPEC §7).
 * Names inside one bracket may be several, parted by 、 or commas.
 */
export function officeNames(office: string): readonly string[] {
  const whole = plainName(office)
  const outside = whole.replace(/\([^()]*\)/g, '')
  const inside = [...whole.matchAll(/\(([^()]*)\)/g)].flatMap((match) => (match[1] ?? '').split(/[、,;/]/))
  return [...new Set([whole, outside, ...inside].filter((name) => name !== ''))]
}

/** Whether two ways of writing an office mean the same one: they share a name outside or inside the brackets. */
export function isSameOffice(left: string, right: string): boolean {
  const names = officeNames(right)
  return officeNames(left).some((name) => names.includes(name))
}

/** The known offices that look most like the unknown one, nearest first, at most `limit`; all share a character. */
export function officeCandidates(unknown: string, known: readonly string[], limit = 5): readonly string[] {
  const characters = new Set(plainName(unknown))
  const likeness = (office: string) => [...new Set(plainName(office))].filter((one) => characters.has(one)).length
  const near = known.filter((office) => likeness(office) > 0)
  const offered = near.length > 0 ? near : known
  return [...offered].sort((left, right) => likeness(right) - likeness(left)).slice(0, limit)
}
