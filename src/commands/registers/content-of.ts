import type { RecordContent } from '../../domain/registers/register-record.ts'

/** What a record says, without how it came to stand so. */
export function contentOf({ staffNumber, office, days, body }: RecordContent): RecordContent {
  return { staffNumber, office, days, body }
}
