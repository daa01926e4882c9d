import { cast, pick, type Actor, type Deed, type Outcome } from './deeds.ts'

/**
 * What ought to happen, by another hand than the product's: plain records, working days counted one by one, and each
 * rule of SPEC §5 said once. It says whether a deed succeeds, and what then holds.
 */

/** Deeds that only the office's role opens at all. */
const officeDeeds: ReadonlySet<Deed['do']> = new Set([
  'record',
  'confirm',
  'close',
  'publish',
  'finalise',
  'call-off',
])
/** All of it happens in one year. */
export const lastDay = 350

type ModelEntry = {
  readonly about: string
  readonly recorder: Actor
  confirmer: Actor | null
  reversed: boolean
  told: number | null
}
type ModelBulletin = {
  readonly publisher: Actor
  readonly published: number
  readonly last: number
  readonly corrects: number | null
  state: 'notice' | 'final' | 'withdrawn'
}
export type ModelObjection = {
  readonly about: string
  readonly filer: Actor
  readonly entry: number | null
  readonly bulletin: number | null
  phase: 'filed' | 'answered' | 'asked' | 'decided' | 'withdrawn'
  due: number | null
  answerer: Actor | null
  readonly recused: Actor[]
  /** Granted by the town and not yet put right; by the district. */
  granted: boolean
  appealGranted: boolean
  hasOutcome: boolean
  everGranted: boolean
  appeal: Outcome | 'pending' | null
}

export class Model {
  day = 0
  readonly entries: ModelEntry[] = []
  readonly bulletins: ModelBulletin[] = []
  readonly objections: ModelObjection[] = []
  closed: number | null = null

  /** Saturday and Sunday, and a week of holidays that ends with a working Saturday. */
  static isWorked(day: number): boolean {
    if (day >= 28 && day <= 34) return false
    return day === 40 || day % 7 < 5
  }

  private after(days: number): number {
    let day = this.day
    for (let left = days; left > 0;) if (Model.isWorked((day += 1))) left -= 1
    return day
  }

  isOpen(one: ModelObjection): boolean {
    if (one.phase === 'filed' || one.phase === 'asked') return true
    if (one.phase === 'answered' && one.due !== null && this.day <= one.due) return true
    return one.granted
  }

  openCount(): number {
    return this.objections.filter((one) => this.isOpen(one)).length
  }

  /** Whether the deed succeeds; what it changes is changed. */
  take(deed: Deed): boolean {
    if (officeDeeds.has(deed.do) && 'by' in deed && !holds(deed.by, 'office')) return false
    switch (deed.do) {
      case 'wait':
        this.day = Math.min(this.day + deed.days, lastDay)
        return true
      case 'record':
        this.entries.push({ about: deed.about, recorder: deed.by, confirmer: null, reversed: false, told: null })
        return true
      case 'confirm':
        return this.confirm(deed.by, pick(this.entries, deed.at))
      case 'reverse':
        return this.reverse(deed.by, pick(this.entries, deed.at))
      case 'acknowledge':
        return this.acknowledge(deed.by, pick(this.entries, deed.at))
      case 'close':
        if (this.closed !== null) return false
        this.closed = this.day
        for (const entry of this.entries) entry.told ??= this.day
        return true
      case 'publish':
        this.bulletins.push({
          publisher: deed.by,
          published: this.day,
          last: this.after(5),
          corrects: null,
          state: 'notice',
        })
        return true
      case 'finalise':
        return this.finalise(pick(this.bulletins, deed.at))
      case 'call-off':
        return this.callOff(pick(this.bulletins, deed.at))
      case 'object':
        return this.object(deed.by, deed.at, deed.toFigure)
      case 'cure':
        return this.cure(deed.by, pick(this.objections, deed.at), deed.bulletin)
      default:
        return this.step(deed, pick(this.objections, deed.at))
    }
  }

  private confirm(by: Actor, entry: ModelEntry | undefined): boolean {
    if (entry === undefined || entry.reversed) return false
    if (entry.confirmer !== null) return true
    if (entry.recorder === by || isAbout(by, entry.about)) return false
    entry.confirmer = by
    return true
  }

  private reverse(by: Actor, entry: ModelEntry | undefined): boolean {
    if (entry === undefined || entry.reversed || isAboutNotOpen(by, entry)) return false
    const mayAfter = holds(by, 'office') || holds(by, 'leadingGroup')
    if (entry.confirmer === null ? !holds(by, 'office') : !mayAfter) return false
    if (entry.confirmer !== null && (entry.recorder === by || entry.confirmer === by)) return false
    entry.reversed = true
    return true
  }

  private acknowledge(by: Actor, entry: ModelEntry | undefined): boolean {
    if (entry === undefined || !isAbout(by, entry.about)) return false
    if (entry.told === null || this.day < entry.told) entry.told = this.day
    return true
  }

  private finalise(bulletin: ModelBulletin | undefined): boolean {
    if (bulletin === undefined || bulletin.state !== 'notice' || this.day <= bulletin.last) return false
    if (this.openCount() > 0) return false
    bulletin.state = 'final'
    return true
  }

  private callOff(bulletin: ModelBulletin | undefined): boolean {
    if (bulletin === undefined || bulletin.state !== 'notice') return false
    bulletin.state = 'withdrawn'
    return true
  }

  private object(by: Actor, at: number, toFigure: boolean): boolean {
    const { staffNumber } = cast[by]
    if (staffNumber === null) return false
    const things: readonly (ModelEntry | ModelBulletin)[] = toFigure ? this.bulletins : this.entries
    if (things.length === 0) return false
    const place = at % things.length
    const [entry, bulletin] = toFigure ? [undefined, this.bulletins[place]] : [this.entries[place], undefined]
    if (entry !== undefined && (entry.about !== staffNumber || entry.reversed)) return false
    if (bulletin?.state === 'withdrawn') return false
    const known = this.objections.some(
      (one) =>
        one.about === staffNumber &&
        one.phase !== 'withdrawn' &&
        (toFigure ? one.bulletin === place : one.entry === place),
    )
    if (known) return false
    const from = entry === undefined ? (bulletin?.published ?? null) : entry.told
    if (from !== null && this.day > Math.max(workedAfter(from, 5), bulletin?.last ?? 0)) return false
    this.objections.push({
      about: staffNumber,
      filer: by,
      entry: toFigure ? null : place,
      bulletin: toFigure ? place : null,
      phase: 'filed',
      due: this.after(5),
      answerer: null,
      recused: [],
      granted: false,
      appealGranted: false,
      hasOutcome: false,
      everGranted: false,
      appeal: null,
    })
    return true
  }

  private step(
    deed: Extract<Deed, { do: 'withdraw' | 'answer' | 'ask' | 'recuse' | 'decide' | 'appeal' }>,
    one: ModelObjection | undefined,
  ): boolean {
    if (one === undefined) return false
    const own = isAbout(deed.by, one.about)
    const running =
      one.phase === 'filed' || one.phase === 'asked' || (one.phase === 'answered' && this.day <= (one.due ?? -1))
    switch (deed.do) {
      case 'withdraw':
        if (!own || !running) return false
        one.phase = 'withdrawn'
        return true
      case 'answer':
        if (one.phase !== 'filed' || !holds(deed.by, 'office') || this.bar(one, deed.by, false)) return false
        one.phase = 'answered'
        one.answerer = deed.by
        one.due = deed.outcome === 'upheld' ? null : this.after(5)
        this.grant(one, deed.outcome)
        return true
      case 'ask':
        if (!own || !(one.phase === 'filed' ? this.day > (one.due ?? 0) : one.phase === 'answered' && running))
          return false
        one.phase = 'asked'
        one.due = this.after(10)
        return true
      case 'recuse':
        if (own || !running || one.recused.includes(deed.who)) return false
        if (!holds(deed.by, 'office') && !holds(deed.by, 'leadingGroup')) return false
        one.recused.push(deed.who)
        return true
      case 'decide': {
        const isBarred = deed.present.some((who) => this.bar(one, who, true)) || this.bar(one, deed.by, true)
        if (one.phase !== 'asked' || !holds(deed.by, 'leadingGroup') || isBarred) return false
        if (!deed.present.includes(deed.by)) return false
        one.phase = 'decided'
        this.grant(one, deed.outcome)
        return true
      }
      case 'appeal': {
        if (!one.hasOutcome || own || !holds(deed.by, 'office')) return false
        if (one.appeal !== null && one.appeal !== 'pending') return false
        one.appeal = deed.outcome
        if (deed.outcome === 'upheld' || deed.outcome === 'partly') {
          one.appealGranted = true
          one.everGranted = true
        }
        return true
      }
    }
  }

  private grant(one: ModelObjection, outcome: Outcome): void {
    one.hasOutcome = true
    if (outcome === 'rejected') return
    one.granted = true
    one.everGranted = true
  }

  /** Who had a hand in it stays out of it. */
  private bar(one: ModelObjection, who: Actor, decides: boolean): boolean {
    const entry = one.entry === null ? undefined : this.entries[one.entry]
    const bulletin = one.bulletin === null ? undefined : this.bulletins[one.bulletin]
    const involved = [entry?.recorder, entry?.confirmer, one.answerer, ...(decides ? [bulletin?.publisher] : [])]
    return isAbout(who, one.about) || one.filer === who || involved.includes(who) || one.recused.includes(who)
  }

  private cure(by: Actor, one: ModelObjection | undefined, byBulletin: boolean): boolean {
    if (one === undefined || isAbout(by, one.about)) return false
    const isDue = one.granted || one.appealGranted
    const mayPublish = holds(by, 'office')
    const mayReverse = mayPublish || holds(by, 'leadingGroup')
    if (byBulletin) {
      // A correction may follow what was cured before; a figure asks for one of its own bulletin.
      // What is upheld of an entry is reversed before anything is published about it.
      if (!mayPublish || (isDue ? one.entry !== null : !one.everGranted)) return false
      if (this.bulletins.length === 0) return false
      this.bulletins.push({
        publisher: by,
        published: this.day,
        last: this.after(5),
        corrects: one.bulletin ?? 0,
        state: 'notice',
      })
    } else {
      const entry = one.entry === null ? undefined : this.entries[one.entry]
      if (!mayReverse || !isDue || entry === undefined) return false
      if (!entry.reversed && !this.reverse(by, entry)) return false
    }
    one.granted = false
    one.appealGranted = false
    return true
  }
}

export function holds(by: Actor, role: string): boolean {
  return cast[by].roles.some((held) => held === role)
}

function isAbout(by: Actor, staffNumber: string): boolean {
  return cast[by].staffNumber === staffNumber
}

function isAboutNotOpen(by: Actor, entry: ModelEntry): boolean {
  return entry.confirmer !== null && isAbout(by, entry.about)
}

function workedAfter(from: number, days: number): number {
  let day = from
  for (let left = days; left > 0;) if (Model.isWorked((day += 1))) left -= 1
  return day
}
