import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { projectPath } from '../../src/project-root.ts'
import { findBorderFaults, story } from './borders.ts'
import { readSourceFiles } from './source-files.ts'
import { importsOf } from './syntax.ts'

const files = readSourceFiles(['src'])

describe('模块边界', () => {
  test('没有越界的引用', () => {
    expect(findBorderFaults(files)).toEqual([])
  })

  test('真的读到了全部文件与引用', () => {
    const listed = readdirSync(projectPath('src'), { recursive: true, encoding: 'utf8' })
    expect(files.length).toBe(listed.filter((path) => /\.tsx?$/.test(path)).length)
    expect(files.length).toBeGreaterThan(150)
    expect(files.flatMap(importsOf).length).toBeGreaterThan(files.length)
  })

  test('领域的每个文件夹都在次序里', () => {
    const folders = readdirSync(projectPath('src', 'domain'), { withFileTypes: true })
    const names = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
    expect(names.filter((name) => !story.some((known) => known === name))).toEqual([])
  })

  // Each line is a file that must be caught; a checker that lets one pass is broken.
  test.each([
    ['领域引用后面的文件夹', 'src/domain/scheme/x.ts', `import { score } from '../scoring/score.ts'`],
    ['领域只引用类型也算', 'src/domain/ledger/x.ts', `import type { Share } from '../pay/share.ts'`],
    ['领域转出口', 'src/domain/scheme/x.ts', `export * from '../pay/share.ts'`],
    ['领域转出口部分', 'src/domain/scheme/x.ts', `export { share } from '../pay/share.ts'`],
    ['领域动态引用', 'src/domain/scheme/x.ts', `const pay = await import('../pay/share.ts')`],
    ['领域在类型里引用', 'src/domain/scheme/x.ts', `type Share = import('../pay/share.ts').Share`],
    ['领域引用 Node', 'src/domain/scheme/x.ts', `import { readFileSync } from 'node:fs'`],
    ['领域引用别的包', 'src/domain/scheme/x.ts', `import dayjs from 'dayjs'`],
    ['领域引用存储', 'src/domain/scheme/x.ts', `import { rows } from '../../storage/rows.ts'`],
    ['领域外的新文件夹', 'src/domain/misc/x.ts', `import { z } from 'zod'`],
    ['名字是算出来的', 'src/domain/scheme/x.ts', 'await import(`../${name}.ts`)'],
    ['用 require', 'src/policies/x.ts', `const pg = require('pg')`],
    ['权限引用动词', 'src/policies/x.ts', `import { record } from '../commands/record.ts'`],
    ['动词引用存储', 'src/commands/x.ts', `import { store } from '../storage/store.ts'`],
    ['动词引用查询', 'src/commands/x.ts', `import { read } from '../queries/read.ts'`],
    ['动词引用包', 'src/commands/x.ts', `import pg from 'pg'`],
    ['存储引用动词的值', 'src/storage/x.ts', `import { record } from '../commands/record.ts'`],
    ['存储引用接口层', 'src/storage/x.ts', `import type { App } from '../http/app.ts'`],
    ['接口层引用存储', 'src/http/x.ts', `import { store } from '../storage/store.ts'`],
    ['约定引用接口层', 'src/http/contract/x.ts', `import { app } from '../app.ts'`],
    ['约定引用查询的值', 'src/http/contract/x.ts', `import { read } from '../../queries/read.ts'`],
    ['网页引用动词', 'src/web/x.tsx', `import { record } from '../commands/record.ts'; const x = <div />`],
    ['网页引用接口层', 'src/web/pages/x.tsx', `import { app } from '../../http/app.ts'`],
    ['网页引用 Node', 'src/web/x.ts', `import 'node:fs'`],
    ['谁也不认识的文件夹', 'src/helpers/x.ts', `import { z } from 'zod'`],
  ])('抓得住：%s', (_title, path, text) => {
    expect(findBorderFaults([{ path, text }])).toHaveLength(1)
  })

  test.each([
    [
      'src/domain/pay/x.ts',
      `import { z } from 'zod'; import { score } from '../scoring/score.ts'; import './y.ts'`,
    ],
    ['src/storage/x.ts', `import pg from 'pg'; import type { Store } from '../commands/store.ts'`],
    ['src/storage/y.ts', `import { type Store, type Other } from '../queries/store.ts'`],
    ['src/web/x.tsx', `import { endpoints } from '../http/contract/endpoints.ts'; import { Table } from 'antd'`],
    ['src/http/contract/x.ts', `import type { View } from '../../queries/view.ts'`],
    ['src/main.ts', `import { store } from './storage/store.ts'; import { app } from './http/app.ts'`],
  ])('不冤枉 %s', (path, text) => {
    expect(findBorderFaults([{ path, text }])).toEqual([])
  })
})
