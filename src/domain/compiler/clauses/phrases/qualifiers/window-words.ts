import type { CalendarWindow } from '../../../../primitives/local-date.ts'

/** The calendar window that a word names. */
export const windowOf: Readonly<Record<string, CalendarWindow>> = { 月: 'month', 季: 'quarter', 年: 'year' }
