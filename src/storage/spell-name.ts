import { pinyin } from 'pinyin-pro'

/** 张三 → zhangsan, zs; surnames read as surnames (单 shan, 仇 qiu); ü is v, as on a keyboard. */
export function spellName(name: string): { readonly pinyin: string; readonly initials: string } {
  const syllables = pinyin(name, {
    mode: 'surname',
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
  })
  const plain = syllables.map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
  return { pinyin: plain.join(''), initials: plain.map((syllable) => syllable.slice(0, 1)).join('') }
}
