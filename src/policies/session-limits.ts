/** A session nobody uses for this long is over. */
export const idleLimitHours = 12
/** However busy, a session ends after so many days and asks for the password again. */
export const absoluteLimitDays = 7

const hourMs = 3_600_000

/** A session last used before this instant has been idle too long. */
export function idleSince(at: Date): Date {
  return new Date(at.getTime() - idleLimitHours * hourMs)
}

/** When a session that begins now ends at the latest. */
export function sessionEnd(at: Date): Date {
  return new Date(at.getTime() + absoluteLimitDays * 24 * hourMs)
}
