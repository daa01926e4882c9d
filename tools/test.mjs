// `npm test`: types, lint, format, unused code, then every test. The last line sums up: each check counts as one.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkSteps, runStep, runSteps } from './steps.mjs'

const checks = await runSteps(checkSteps)
const tests = await runTests()
const failed = checks.failed + tests.failed
process.exitCode = failed === 0 ? 0 : 1
console.log(`${checks.passed + tests.passed} passed, ${failed} failed`)

async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'gongdao-report-'))
  const report = join(folder, 'tests.json')
  try {
    const args = [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ]
    const { exitCode } = await runStep({ program: ['vitest', 'vitest.mjs'], args })
    return countTests(readReport(report), exitCode)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] }
  }
}

// A file that does not load has no failed test of its own, and an error outside every test none either: both count.
function countTests(report, exitCode) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = report.numFailedTests + brokenFiles.length
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}
