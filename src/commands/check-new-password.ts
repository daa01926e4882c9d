import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { findPasswordWeakness, type PasswordWeakness } from '../policies/password-policy.ts'
import type { SpellName } from './import-roster.ts'

export type WeakPassword = { readonly code: 'password-weak'; readonly weakness: PasswordWeakness }

/** Refuses what is easily guessed, by the names of the account and its towns too: in full, without 镇, in pinyin. */
export function checkNewPassword(
  password: string,
  names: readonly string[],
  spellName: SpellName,
): Result<null, WeakPassword> {
  const spoken = names.flatMap((name) => [name, name.replace(/(?:镇|乡|街道|街道办事处)?(?:（示例）)?$/, '')])
  const known = spoken.flatMap((name) => {
    const { pinyin, initials } = spellName(name)
    return [name, pinyin, initials]
  })
  // A name of one letter would be a piece of every word.
  const weakness = findPasswordWeakness(
    password,
    known.filter((name) => name.length > 1),
  )
  return weakness === null ? accept(null) : refuse({ code: 'password-weak', weakness })
}
