import { describe, expect, test } from 'vitest'
import { normaliseRegulation } from './normalise.ts'

const filler = '按照规定认真履行岗位职责，做好各项记录和整理工作；'.repeat(8)
const body = (text: string) => normaliseRegulation(text).body.text

describe('截断的正文', () => {
  test('编号从头数到尾、从句中断开的是截断，接上', () => {
    const text = `1、考核办法\n\n一、纪律(10分) ${filler}迟到一\n\n2、次扣2分。${filler}早退一次扣\n\n3、1分。`
    const regulation = normaliseRegulation(text)
    expect(regulation.body.text).toContain('迟到一次扣2分。')
    expect(regulation.body.text).toContain('早退一次扣1分。')
    expect(regulation.chunkBreaks.map(({ number, span }) => [number, text.slice(span.start, span.end)])).toEqual([
      [2, '\n\n2、'],
      [3, '\n\n3、'],
    ])
  })

  test('截断编号与真的列表编号同在，各归各', () => {
    const text = `1、考核办法 ${filler}\n1、工作纪律(10分)\n${filler}\n2、学习(5分)\n${filler}笔记少一\n\n2、篇扣1分。${filler}`
    expect(body(text)).toContain('笔记少一篇扣1分。')
    expect(body(text)).toContain('\n2、学习(5分)')
  })

  test.each([
    ['短的列表', '1、工作纪律\n2、廉洁自律\n3、政治学习'],
    ['逐条成句的列表', `1、${filler}每次扣1分。\n2、${filler}每次扣2分。\n3、${filler}每次扣3分。`],
    ['正文中间的列表', `考核办法\n总则\n考核内容\n1、${filler}标题\n2、${filler}`],
  ])('%s不是截断', (_, text) => {
    expect(normaliseRegulation(text).chunkBreaks).toEqual([])
  })
})

describe('网页杂项', () => {
  test.each([
    '上传人:la****1 文档编号:1662805',
    '第1页 / 共17页',
    '2023年办法.docx_第3页',
    '展开阅读全文',
    '时间:2022-10-08 06:56:26',
    '京ICP备12345678号-1',
    'Copyright © 2020 某网',
    '- 3 -',
    '当前位置：首页 > 文库',
    '收藏 分享(赏)',
    '来源：某镇政府　作者：党政办　发布时间：2025-03-18 09:30　浏览次数：1286 次',
    '【字体：大 中 小】 【打印本页】 【关闭窗口】',
    '第 3 页 共 17 页',
    '— 3 —',
    '3 / 17',
    'Page 3 of 17',
    '扫一扫在手机打开当前页',
  ])('“%s”不进正文', (line) => {
    expect(body(`考核办法\n${line}\n迟到一次扣2分。`)).toBe('考核办法\n迟到一次扣2分。')
  })

  test('每页都有的页眉在页码旁，除了打头作题目的那一行', () => {
    const pages = Array.from({ length: 4 }, (_, i) => `某镇考核细则\n第${String(i)}条有话。\n— ${String(i + 1)} —`)
    expect(body(pages.join('\n'))).toBe('某镇考核细则\n第0条有话。\n第1条有话。\n第2条有话。\n第3条有话。')
    expect(body('甲乙\n— 1 —\n甲乙\n丙丁')).toBe('甲乙\n甲乙\n丙丁')
  })

  test('带计分的行绝不当杂项丢掉', () => {
    const text = '考核办法\n展开阅读全文\n下载涉密文件的，每次扣5分'
    expect(body(text)).toContain('每次扣5分')
  })

  test('页面写明的总页数与看到的页数', () => {
    expect(normaliseRegulation('第2页 / 共9页\n正文').pages).toMatchObject({ shown: 2, total: 9 })
    expect(normaliseRegulation('正文').pages).toBeNull()
  })
})

describe('字形与空格', () => {
  test.each([
    ['全角', '（１０分）；', '(10分);'],
    ['繁体', '遲到扣１分', '迟到扣1分'],
    ['部首形近字', '⼯作⽇', '工作日'],
    ['字间空格', '实 施 细 则', '实施细则'],
    ['软连字符和零宽字符', '迟\u00ad到\u200b的，每\u2060次扣\ufeff1分', '迟到的,每次扣1分'],
    ['字体里的项目符号', '\uf0b7 迟到扣1分\n\uf06c\t早退扣1分', '迟到扣1分\n早退扣1分'],
    ['金额断在两行', '迟到的，每次扣\n2分；早退的，每次扣0.5\n分。', '迟到的,每次扣2分;早退的,每次扣0.5分。'],
    ['不足一行的金额也接上', '造成影响的，每次\n扣 5 分', '造成影响的,每次扣5分'],
    ['单独成行的数字不接', '迟到\n10\n分管领导', '迟到\n10\n分管领导'],
    ['数字旁的空格', '每次扣 2 分', '每次扣2分'],
    ['段落间的空格', '一、纪律 迟到扣1分; 早退扣1分', '一、纪律\n迟到扣1分;\n早退扣1分'],
  ])('%s', (_, stored, read) => {
    expect(body(stored)).toBe(read)
  })

  test('页宽断开的句子接上，段落不接', () => {
    const line = '对符合法律法规及有关政策规定的事项拖延不办互相推诿'
    const text = Array.from({ length: 4 }, () => `${line}\n扯皮的，每次扣5分。`).join('\n')
    expect(body(text).split('\n')).toHaveLength(8)
    const wrapped = Array.from({ length: 8 }, () => line).join('\n')
    expect(body(`${wrapped}\n的，每次扣5分。`)).not.toContain('\n')
  })
})
