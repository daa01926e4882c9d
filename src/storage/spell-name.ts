import { pinyin } from 'pinyin-pro'

type Spelling = { readonly pinyin: string; readonly initials: string }

/** 张三 → zhangsan, zs; surnames read as surnames (单 shan, 仇 qiu); ü is v, as on a keyboard. */
export function spellName(name: string): Spelling {
  return spell(name, 'surname')
}

/** 综治办 → zongzhiban, zzb; read as words, so that 单 of 单位 is dan. */
export function spellOffice(office: string): Spelling {
  return spell(office, 'normal')
}

function spell(text: string, mode: 'surname' | 'normal'): Spelling {
  const syllables = pinyin(text, {
    mode,
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
  })
  const plain = syllables.map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
  return { pinyin: plain.join(''), initials: plain.map((syllable) => syllable.slice(0, 1)).join('') }
}
