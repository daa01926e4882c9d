import { z } from 'zod'

/** A day of the calendar as the domain knows them: from 1900 on, YYYY-MM-DD. */
export function dayField(message = '请填写日期，如 2026-12-31') {
  return z.iso.date(message).regex(/^(19|[2-9]\d)/, message)
}
