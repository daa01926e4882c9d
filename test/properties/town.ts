import type { SchemeFile } from '../../src/domain/scheme/scheme.ts'

/** A town as its files would write it: plain numbers and text, nothing of the product's own types but the file format. */
export type Town = {
  readonly year: number
  readonly asOf: string
  readonly scheme: SchemeFile
  /** The version that was in force before a day of the year: the same parts under the same ids, with other figures. */
  readonly earlier?: { readonly until: string; readonly scheme: SchemeFile } | undefined
  readonly roster: readonly TownAssignment[]
  /** Days off the roster while an assignment runs; null as the last day: not back yet. */
  readonly absences?: readonly TownAbsence[]
  readonly entries: readonly TownEntry[]
  readonly ratings: readonly TownMark[]
  /** Shortfall rules whose register the office has marked as checked or waived although nobody has an entry. */
  readonly settledRegisters: readonly SettledRegister[]
  /** Yuan per person that replaces the scheme's own amount; null keeps the scheme's. */
  readonly perPerson: number | null
}

export type TownAssignment = {
  readonly staffNumber: string
  readonly office: string
  readonly post: '工作人员' | '分管领导' | '主要领导'
  readonly inChargeOf: readonly string[]
  readonly from: string | null
  readonly to: string | null
}

export type TownAbsence = {
  readonly staffNumber: string
  readonly kind: 'secondment' | 'long-leave'
  readonly from: string
  readonly to: string | null
}

export type TownEntry = {
  readonly id: string
  readonly position: number
  readonly staffNumber: string
  readonly ruleId: string
  readonly quantity: number
  readonly occurredOn: string
  readonly state: 'recorded' | 'confirmed' | 'reversed'
  /** Rung of a reward whose rule names neither amount nor level. */
  readonly level: string | null
  readonly matter: string | null
  readonly discretion: number | null
}

export type TownMark = {
  readonly staffNumber: string
  readonly mark: number
  readonly categoryId: string
  readonly raterGroup: string | null
}

export type SettledRegister = {
  readonly ruleId: string
  readonly as: 'checked' | 'waived'
}
