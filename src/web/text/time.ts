/** An instant as the town's clock shows it: 2026-03-09 14:05. */
export function timeText(instant: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return parts.format(new Date(instant))
}
