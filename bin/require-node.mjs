// Plain old JavaScript on purpose: a Node.js too old for the product must still be able to say so.
var wanted = [20, 19]
var running = process.versions.node.split('.').map(Number)
if (running[0] < wanted[0] || (running[0] === wanted[0] && running[1] < wanted[1])) {
  console.error(
    '本机的 Node.js 是 ' +
      process.versions.node +
      '，公道需要 ' +
      wanted.join('.') +
      ' 以上版本：请到 https://nodejs.org 安装新版后再试。',
  )
  process.exit(1)
}
