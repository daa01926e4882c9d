// The checks of `npm test`, each a program to run. One list serves `npm test`, `npm run types` and its like.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const code = ['src', 'test', 'bench', 'tools', 'bin', 'vite.config.ts', 'vitest.config.ts']

export const typeSteps = [
  { title: '类型：领域（无 DOM、无 Node）', program: ['typescript', 'bin/tsc'], args: ['-p', 'src/domain'] },
  { title: '类型：服务端与测试', program: ['typescript', 'bin/tsc'], args: ['-p', '.'] },
  { title: '类型：网页', program: ['typescript', 'bin/tsc'], args: ['-p', 'src/web'] },
]

export const checkSteps = [
  ...typeSteps,
  { title: '代码规范 oxlint', program: ['oxlint', 'bin/oxlint'], args: ['--deny-warnings', ...code] },
  {
    title: '格式 oxfmt',
    program: ['oxfmt', 'bin/oxfmt'],
    args: ['--check', '--no-error-on-unmatched-pattern', ...code],
  },
  { title: '无人使用的文件、导出与依赖 knip', program: ['knip', 'bin/knip.js'], args: ['--no-progress'] },
]

/** Runs one program, its output straight to the terminal or collected; answers its exit code. */
export function runStep({ program, args }, { collect = false, environment = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', ...program), ...args], {
      cwd: root,
      stdio: ['ignore', collect ? 'pipe' : 'inherit', collect ? 'pipe' : 'inherit'],
      env: { ...process.env, ...environment },
    })
    const output = []
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.stderr?.on('data', (chunk) => output.push(chunk))
    child.on('error', (error) => resolve({ exitCode: 1, output: String(error) }))
    child.on('close', (exitCode, signal) =>
      resolve({
        exitCode: exitCode ?? 1,
        output: Buffer.concat(output).toString() + (signal ? `\n${signal}` : ''),
      }),
    )
  })
}

/** Runs the steps one after another, each said in a line; answers how many passed and failed. */
export async function runSteps(steps) {
  let failed = 0
  for (const step of steps) {
    const startedAt = performance.now()
    const { exitCode, output } = await runStep(step, { collect: true })
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    console.log(`${exitCode === 0 ? '✓' : '✗'} ${step.title}（${seconds} 秒）`)
    if (exitCode !== 0) console.log(output.trimEnd())
    failed += exitCode === 0 ? 0 : 1
  }
  return { passed: steps.length - failed, failed }
}
