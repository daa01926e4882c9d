import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { projectPath } from '../../src/project-root.ts'

const text = readFileSync(projectPath('src', 'web', 'public', 'old-browser.js'), 'utf8')

/** As much of a page as the script touches; answers what it wrote there. */
function linesShownIn({ noModule, toSorted, css }: Record<'noModule' | 'toSorted' | 'css', boolean>): string[] {
  const lines: string[] = []
  const page = { appendChild: (line: { text: string }) => lines.push(line.text) }
  const attributes: Record<string, string> = {}
  const createElement = () => ({
    ...(noModule ? { noModule: false } : {}),
    style: {},
    text: '',
    appendChild(node: string) {
      this.text += node
    },
  })
  const document = {
    createElement,
    createTextNode: (words: string) => words,
    getElementById: () => page,
    documentElement: {
      setAttribute: (name: string, value: string) => {
        attributes[name] = value
      },
    },
  }
  const window = css ? { CSS: { supports: () => true } } : {}
  const context = createContext({ document, window })
  if (!toSorted) runInContext('delete Array.prototype.toSorted', context)
  runInContext(text, context)
  expect(attributes['data-too-old']).toBe(lines.length > 0 ? 'true' : undefined)
  return lines
}

describe('太旧的浏览器', () => {
  const recent = { noModule: true, toSorted: true, css: true }

  test('够新的浏览器里什么都不做', () => {
    expect(linesShownIn(recent)).toEqual([])
  })

  test.each(['noModule', 'toSorted', 'css'] as const)('没有 %s：说一句话，不是白屏', (missing) => {
    const [first, ...others] = linesShownIn({ ...recent, [missing]: false })
    expect(first).toBe('这个浏览器的版本太旧，公道打不开。')
    expect(others.join('')).toContain('Chrome 或 Edge 111')
  })

  test('写法旧到哪个浏览器都读得懂', () => {
    const code = text.replaceAll(/\/\/.*|'[^'\n]*'/g, '')
    expect(code).toContain('function')
    expect(code).not.toMatch(/=>|`|\b(?:let|const|class|async|import|export)\b|\?\.|\?\?|\.\.\./)
  })

  test('要求的版本，与构建的目标和说明书写的是同一个', () => {
    const targets = /target: \[([^\]]+)\]/.exec(readFileSync(projectPath('vite.config.ts'), 'utf8'))?.[1]
    expect(targets).toBe("'chrome111', 'edge111', 'firefox115', 'safari16.4'")
    const floor = 'Chrome 或 Edge 111 以上、Firefox 115 以上、Safari 16.4 以上'
    expect(text).toContain(floor)
    expect(readFileSync(projectPath('docs', 'how-to-run.md'), 'utf8')).toContain(floor)
  })
})
