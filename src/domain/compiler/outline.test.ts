import { describe, expect, test } from 'vitest'
import { outlineOf } from './outline.ts'
import type { Section } from './section.ts'

/** 题目:分值 by depth, e.g. 一级[20]>二级[10]. */
function shape(section: Section): string[] {
  return section.children.flatMap((child) => {
    const points = child.stated === null ? '' : `[${String(child.stated.points / 100)}]`
    return [`${child.title}${points}`, ...shape(child).map((line) => `>${line}`)]
  })
}

describe('标题与分值', () => {
  test.each([
    ['括号', '1、工作纪律(10分)', ['工作纪律[10]']],
    ['括号带字', '1、工作纪律(满分10分)', ['工作纪律[10]']],
    ['不用括号', '1、政治学习15分', ['政治学习[15]']],
    ['占多少分', '1、重点工作占300分', ['重点工作[300]']],
    ['记与冒号', '1、治安防范记(10分):', ['治安防范[10]']],
    ['括号后接正文', '1、符合政策率(10分):达到90%记满分', ['符合政策率[10]']],
    ['句末括号', '1、负责会议记录,未记录每次扣2分(10分)。', ['[10]']],
    ['下一行写分值', '1、工作纪律\n(10分)\n迟到扣1分', ['工作纪律[10]']],
    ['没有编号', '农经工作\n(25分)', ['农经工作[25]']],
    ['小数', '1、考勤(0.5分)', ['考勤[0.5]']],
    ['扣分不是分值', '1、迟到一次扣2分', ['']],
    ['加分不是分值', '1、创建文明单位加5分', ['']],
    ['一串类别不是一个标题的分值', '1、包括德(20分)、能(30分)', ['']],
  ])('%s：%s', (_, text, expected) => {
    expect(shape(outlineOf(text).root)).toEqual(expected)
  })
})

describe('层次', () => {
  test.each([
    ['公文层次', '一、甲\n(一)乙\n1、丙\n(1)丁\n①戊\n二、己', ['甲', '>乙', '>>丙', '>>>丁', '>>>>戊', '己']],
    ['章条', '第一章 甲\n第一条 乙\n第二章 丙\n第二条 丁', ['甲', '>乙', '丙', '>丁']],
    ['同级换号重数', '一、甲\n1、乙\n2、丙\n二、丁\n1、戊', ['甲', '>乙', '>丙', '丁', '>戊']],
    ['附件目录不套住正文', '附件:\n1、细则\n2、办法\n一、总则\n1、目的', ['细则', '办法', '总则', '>目的']],
    [
      '一行里的多级标题',
      '前言。一、对象(一)机关1.办公室。2.站所。二、方法',
      ['对象', '>机关', '>>办公室', '>>站所', '方法'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shape(outlineOf(text).root).map((line) => line.replace(/^(>*)\d.*$/, '$1'))).toEqual(expected)
  })

  test.each(['按第一、二季度考核', '对获得一、二、三名的村奖励', '迟到1、2次的批评', '增长2.5个百分点'])(
    '“%s”里没有标题',
    (text) => {
      expect(outlineOf(`${text}。`).root.children).toEqual([])
    },
  )
})
