import { expect, test } from 'vitest'
import { findInlineScripts, findScriptSinks } from './script-sinks.ts'
import { readSourceFiles } from './source-files.ts'

const pages = readSourceFiles(['src/web'], /\.(ts|tsx)$/)

test('网页里没有一处把文字当成标记或程序', () => {
  expect(pages.length).toBeGreaterThan(150)
  expect(pages.flatMap(findScriptSinks)).toEqual([])
})

test.each([
  '<p dangerouslySetInnerHTML={{ __html: name }} />',
  'createElement("p", { dangerouslySetInnerHTML: { __html: name } })',
  'node.innerHTML = name',
  'node["outerHTML"] = name',
  'node.insertAdjacentHTML("beforeend", name)',
  'document.write(name)',
  'eval(name)',
  'new Function(name)',
  'frame.srcdoc = name',
  'const link = "javascript:alert(1)"',
])('抓得住：%s', (text) => {
  expect(findScriptSinks({ path: 'src/web/pages/x.tsx', text }).length).toBeGreaterThan(0)
})

test('网页的外壳里没有行内脚本，也没有 on… 属性', () => {
  const pages = readSourceFiles(['src/web'], /\.html$/)
  // The second gets its one program, known by its hash, when it is built: it opens from a disk.
  expect(pages.map(({ path }) => path)).toEqual(['src/web/index.html', 'src/web/verifier/verify.html'])
  expect(pages.flatMap(({ text }) => findInlineScripts(text))).toEqual([])
})

test.each(['<script>alert(1)</script>', '<body onload="x()">', '<a href="javascript:x()">'])(
  '抓得住：%s',
  (html) => {
    expect(findInlineScripts(html)).not.toEqual([])
  },
)
