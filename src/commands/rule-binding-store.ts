import type { RuleBinding } from '../domain/registers/rule-bindings.ts'

/** What the office has said of a version's rules; what it has not is suggested anew (domain/registers). */
export type RuleBindingStore = {
  readonly ofVersion: (version: number) => Promise<readonly RuleBinding[]>
  /** The later word takes the place of the earlier. */
  readonly write: (
    version: number,
    binding: RuleBinding,
    by: { readonly at: Date; readonly by: string },
  ) => Promise<void>
}
