#!/usr/bin/env node
// No newer syntax here than import(): see require-node.mjs.
import './require-node.mjs'

function say(line) {
  console.log('[' + process.uptime().toFixed(1) + ' 秒] ' + line)
}

import('../tools/build.mjs')
  .then(function (tools) {
    return tools.build({ say: say }).then(
      function () {
        return import('../dist/server/main.js')
      },
      function (error) {
        console.error(tools.buildFailureText(error))
        process.exit(1)
      },
    )
  })
  .then(function (server) {
    return server.main(process.argv.slice(2), say)
  })
  .catch(function (error) {
    console.error(error)
    process.exit(1)
  })
