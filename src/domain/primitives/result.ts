/** What an operation answers when a refusal is one of its expected outcomes. Bugs and outages are thrown instead. */
export type Result<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function refuse<Refusal>(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal }
}

/** Marks a case the types say cannot happen; reaching it is a bug and is thrown as one. */
export function impossible(value: never): never {
  throw new Error(`impossible case: ${JSON.stringify(value)}`)
}

/** Throws when a fact the code relies on does not hold; never used for anything a user can cause. */
export function assert(condition: boolean, fact: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${fact}`)
}
