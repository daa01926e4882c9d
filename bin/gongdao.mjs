#!/usr/bin/env node
import { existsSync } from 'node:fs'

const main = new URL('../dist/server/cli/main.js', import.meta.url)

if (!existsSync(main)) {
  const { build, buildFailureText } = await import('../tools/build.mjs')
  try {
    await build({ only: ['server'], say: (line) => console.error(line) })
  } catch (error) {
    console.error(buildFailureText(error))
    process.exit(2)
  }
}
const { runCli } = await import(main.href)
process.exitCode = await runCli(process.argv.slice(2))
