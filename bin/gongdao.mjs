#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import './require-node.mjs'

// `gongdao compile … | head` closes the pipe early: that is no fault.
process.stdout.on('error', function (error) {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

// `compile` and its like must be quick: nothing is loaded here but what the verb needs.
if (process.argv[2] === 'start') {
  process.argv.splice(2, 1)
  import('./start.mjs')
} else {
  collectEarly()
  import('../dist/server/cli/main.js')
    .catch(buildThenLoad)
    .then(function (cli) {
      return cli.runCli(process.argv.slice(2))
    })
    .then(function (exitCode) {
      process.exitCode = exitCode
    })
}

// Left alone, the engine lets garbage grow to several times what is alive: 300 MB for a megabyte of text that needs 60.
// A command that an office PC runs beside everything else collects earlier; it takes no longer for it.
function collectEarly() {
  setFlagsFromString('--heap-growing-percent=50')
  setFlagsFromString('--semi-space-growth-factor=1')
}

function buildThenLoad(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
  return import('../tools/build.mjs').then(function (tools) {
    return tools.build({ only: ['server'], say: console.error }).then(
      function () {
        return import('../dist/server/cli/main.js?built')
      },
      function (failure) {
        console.error(tools.buildFailureText(failure))
        process.exit(2)
      },
    )
  })
}
