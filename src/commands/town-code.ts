import type { SpellName } from './import-roster.ts'

/** 清溪镇 → qingxizhen: what user names of the town carry; `town` where nothing can be spelled. */
export function townCode(townName: string, spellName: SpellName): string {
  const { pinyin } = spellName(townName.replace(/（.*?）/g, ''))
  const code = pinyin
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 24)
  return code === '' ? 'town' : code
}
