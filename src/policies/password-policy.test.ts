import { describe, expect, test } from 'vitest'
import { commonWords } from './common-passwords.ts'
import { findPasswordWeakness } from './password-policy.ts'

const names = ['考核办', '云溪镇', '云溪', 'yunxizhen', 'yunxi', 'Zhang三', 'kaoheban']

describe('一猜就中的密码', () => {
  test.each([
    // 连号、连键、重复
    ['1234567890', 'row'],
    ['0987654321', 'row'],
    ['qwertyuiop', 'row'],
    ['QWERTYuiop123', 'row'],
    ['1qaz2wsx3edc', 'row'],
    ['1q2w3e4r5t6y', 'row'],
    ['zaq12wsxcde3', 'row'],
    ['!@#$%^&*()', 'row'],
    ['aaaaaaaaaaaa', 'row'],
    ['147258369147', 'row'],
    ['１２３４５６７８９０', 'row'],
    ['a123456789', 'row'],
    ['aa12345678', 'row'],
    ['abcdefghij1', 'row'],
    ['x7kx7kx7kx7k', 'row'],
    ['一二三四五六七八九十', 'row'],
    // 常见的词
    ['password123', 'common'],
    ['P@ssw0rd2026', 'common'],
    ['admin@123456', 'row'],
    ['Admin@12345', 'common'],
    ['woaini1314', 'common'],
    ['woaini5201314', 'common'],
    ['iloveyou520', 'common'],
    ['gongdao2026', 'common'],
    ['kaohe@2026!', 'common'],
    ['我爱你5201314', 'common'],
    ['Zhangwei@163', 'common'],
    // 日子
    ['1990041219', 'date'],
    ['1990-04-12', 'date'],
    ['1990年4月12日', 'date'],
    ['li19900412', 'date'],
    ['1990041220260101', 'date'],
    // 号码
    ['13800138000', 'number'],
    ['qq13912345678', 'number'],
    ['0571-88886666', 'number'],
    ['330106199004121234', 'number'],
    // 自己的名字
    ['云溪镇2026111', 'name'],
    ['yunxi123456', 'name'],
    ['yunxizhen@2026', 'name'],
    ['zhang三19900412', 'name'],
  ] as const)('%s', (password, weakness) => {
    expect(findPasswordWeakness(password, names)).toBe(weakness)
  })
})

describe('说得过去的密码', () => {
  test.each([
    '清风徐来水波不兴2026',
    '一个够长的密码 2026',
    '门前有一棵老树开白花',
    '三只黑猫都爱吃鱼66',
    'correct horse battery staple',
    'love dragon monkey sunshine',
    'tu7K-mzR4-q9',
    '2026yuDianXiaole',
    'Vb8&kd2Lq!',
  ])('%s', (password) => {
    expect(findPasswordWeakness(password, names)).toBeNull()
  })
})

test('同一个密码，是不是自己的名字由人而定', () => {
  expect(findPasswordWeakness('shuangqiao88', [])).toBeNull()
  expect(findPasswordWeakness('shuangqiao88', ['ShuangQiao'])).toBe('name')
})

test('名单里没有空词，也没有大写', () => {
  expect(commonWords.size).toBeGreaterThan(300)
  for (const word of commonWords) expect(word).toBe(word.normalize('NFKC').toLowerCase())
})

test('很长的输入也有答复：重复多少遍都一样好猜', () => {
  for (const text of ['aqz'.repeat(66), `${'a'.repeat(199)}b`, 'qwe123'.repeat(33)])
    expect(findPasswordWeakness(text, names)).not.toBeNull()
})
