import { describe, expect, it } from 'vitest'
import { readInline, readMarkdown } from './markdown.ts'

describe('帮助文字', () => {
  it('标题、段落、列表、引用、表格各成一块，断行接起来', () => {
    const blocks = readMarkdown(
      '# 开始\n\n第一行\n第二行\n\n1. 甲\n2. 乙\n   接着乙\n\n- 丙\n\n> 注意\n\n| 列 | 填 |\n|---|---|\n| 工号 | 001 |\n',
    )
    expect(blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph', 'list', 'list', 'quote', 'table'])
    expect(blocks[1]).toEqual({ kind: 'paragraph', text: [{ kind: 'text', text: '第一行第二行' }] })
    expect(blocks[2]).toMatchObject({ isOrdered: true, items: [[{ text: '甲' }], [{ text: '乙接着乙' }]] })
    expect(blocks[5]).toMatchObject({
      head: [[{ text: '列' }], [{ text: '填' }]],
      rows: [[[{ text: '工号' }], [{ text: '001' }]]],
    })
  })

  it('独占一行的图，只认文件名', () => {
    expect(readMarkdown('![登记一条](../images/help/record-entry.png)\n\n见图：![甲](a.png)\n')).toMatchObject([
      { kind: 'picture', file: 'record-entry.png', words: '登记一条' },
      { kind: 'paragraph' },
    ])
  })

  it('缩进四格的照原样，一行不接', () => {
    expect(readMarkdown('先执行：\n\n    npm ci\n      --fast **x**\n    npm start\n\n再打开\n')).toEqual([
      { kind: 'paragraph', text: [{ kind: 'text', text: '先执行：' }] },
      { kind: 'listing', text: 'npm ci\n  --fast **x**\nnpm start' },
      { kind: 'paragraph', text: [{ kind: 'text', text: '再打开' }] },
    ])
  })

  it('行内的加粗、代码和链接，其余照原样', () => {
    expect(readInline('点**登记**，见[成绩](/standings)里的`季迟到`<b>')).toEqual([
      { kind: 'text', text: '点' },
      { kind: 'bold', text: '登记' },
      { kind: 'text', text: '，见' },
      { kind: 'link', text: '成绩', to: '/standings' },
      { kind: 'text', text: '里的' },
      { kind: 'code', text: '季迟到' },
      { kind: 'text', text: '<b>' },
    ])
  })
})
