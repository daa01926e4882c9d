import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { projectPath } from '../../src/project-root.ts'

const text = readFileSync(projectPath('docs', 'security.md'), 'utf8')
const named = [...text.matchAll(/`((?:src|test|docs)\/[^`*]+|package-lock\.json)`/g)].map(([, path]) =>
  String(path),
)

test('安全对照表里写到的每个文件都在', () => {
  expect(named.length).toBeGreaterThan(60)
  expect([...new Set(named)].filter((path) => !existsSync(projectPath(...path.split('/'))))).toEqual([])
})

test('ASVS 5.0 的十七章和等保 8.1.4 的十一条，一行一条', () => {
  const chapters = [...text.matchAll(/^\| V(\d+) /gm)].map(([, number]) => Number(number))
  expect(chapters).toEqual(Array.from({ length: 17 }, (_, index) => index + 1))
  const clauses = [...text.matchAll(/^\| 8\.1\.4\.(\d+) /gm)].map(([, number]) => Number(number))
  expect(clauses).toEqual(Array.from({ length: 11 }, (_, index) => index + 1))
})
