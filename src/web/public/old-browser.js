// Plain old JavaScript on purpose, and a file of its own for the content security policy: a browser too old for the
// app must still be able to say so. What is asked for here is what the build aims at (vite.config.ts).
;(function () {
  var isNewEnough =
    'noModule' in document.createElement('script') &&
    typeof Array.prototype.toSorted === 'function' &&
    typeof window.CSS === 'object' &&
    typeof window.CSS.supports === 'function' &&
    window.CSS.supports('color', 'color-mix(in srgb, red, blue)')
  if (isNewEnough) return
  var page = document.getElementById('root')
  var lines = [
    '这个浏览器的版本太旧，公道打不开。',
    '请改用 Chrome 或 Edge 111 以上、Firefox 115 以上、Safari 16.4 以上版本（2023 年 7 月以后的都可以）。',
    '360、QQ、搜狗等浏览器请切换到“极速模式”，并升级到新版。',
  ]
  document.documentElement.setAttribute('data-too-old', 'true')
  for (var index = 0; index < lines.length; index += 1) {
    var line = document.createElement(index === 0 ? 'h1' : 'p')
    line.style.margin = '16px 24px'
    line.style.fontSize = index === 0 ? '20px' : '16px'
    line.appendChild(document.createTextNode(lines[index]))
    page.appendChild(line)
  }
})()
