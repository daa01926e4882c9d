import { AlignmentType, LineRuleType, TextRun, type IStylesOptions } from 'docx'

/** Half-points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt, 小五 9 pt. */
export const sizes = { second: 44, third: 32, fourth: 28, smallFourth: 24, ninth: 18 } as const
/** Twentieths of a point. */
export const bodyLine = { line: 560, lineRule: LineRuleType.EXACT } as const
export const titleLine = { line: 660, lineRule: LineRuleType.EXACT } as const
export const cellLine = { line: 360, lineRule: LineRuleType.EXACT } as const

/** The type faces of official documents, each with the ones to use where it is not installed. */
const faces = {
  title: { name: '方正小标宋_GBK', instead: '方正小标宋简体,小标宋体,宋体,SimSun', family: 'roman' },
  text: { name: '仿宋_GB2312', instead: '仿宋,FangSong,方正仿宋_GBK', family: 'modern' },
  black: { name: '黑体', instead: 'SimHei,方正黑体_GBK', family: 'modern' },
  script: { name: '楷体_GB2312', instead: '楷体,KaiTi,方正楷体_GBK', family: 'modern' },
  song: { name: '宋体', instead: 'SimSun', family: 'roman' },
} as const
export type Face = keyof typeof faces

/** Twentieths of a point, to the nearest. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4)
}

export function plain(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '')
}

export function fontOf(face: Face) {
  const { name } = faces[face]
  return { eastAsia: name, ascii: 'Times New Roman', hAnsi: 'Times New Roman' }
}

export function run(text: string, face: Face, size: number): TextRun {
  return new TextRun({ text: plain(text), font: fontOf(face), size })
}

export const styleIds = { body: 'OfficialBody', cell: 'OfficialCell', cellHead: 'OfficialCellHead' } as const

const headingFaces = { 1: 'black', 2: 'script', 3: 'text' } as const

/** Styles carry the layout, so that Word shows the headings in its outline and each cell need not repeat it. */
export function styles(): IStylesOptions {
  const indent = { firstLineChars: 200, firstLine: sizes.third * 20 }
  const heading = (level: 1 | 2 | 3) => ({
    run: { font: fontOf(headingFaces[level]), size: sizes.third, bold: false, color: '000000' },
    paragraph: { spacing: bodyLine, indent, keepNext: true, outlineLevel: level - 1 },
  })
  const cell = { spacing: cellLine }
  return {
    default: {
      document: { run: { font: fontOf('text'), size: sizes.third } },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
    },
    paragraphStyles: [
      {
        id: styleIds.body,
        name: '公文正文',
        paragraph: { spacing: bodyLine, alignment: AlignmentType.BOTH, indent },
      },
      { id: styleIds.cell, name: '公文表格', run: { size: sizes.smallFourth }, paragraph: cell },
      {
        id: styleIds.cellHead,
        name: '公文表头',
        run: { size: sizes.smallFourth, font: fontOf('black') },
        paragraph: { ...cell, alignment: AlignmentType.CENTER },
      },
    ],
  }
}

/** Text as its paragraph's style has it. */
export function words(text: string): TextRun {
  return new TextRun(plain(text))
}

/** Names the type faces with their stand-ins, so that a machine without 小标宋 falls back to 宋体 and not to any face. */
export function fontTable(): string {
  const fonts = Object.values(faces).map(
    ({ name, instead, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`
}
