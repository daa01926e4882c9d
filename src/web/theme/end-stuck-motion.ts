const moving = ['appear', 'enter', 'leave'].map((phase) => `[class*="-${phase}-active"]`).join(',')
const longestMs = 1_000

/**
 * antd takes a dialog, a list or a spinner away when its transition ends. A transition that never began has no end: a
 * busy machine drops the frame it would have begun in, and who asks for less motion has none. What has been moving for
 * a second is told that it has arrived.
 */
export function endStuckMotion(): void {
  let before = new Set<Element>()
  setInterval(() => {
    const now = new Set(document.querySelectorAll(moving))
    for (const element of now)
      if (before.has(element))
        for (const kind of ['transitionend', 'animationend']) element.dispatchEvent(new Event(kind))
    before = now
  }, longestMs)
}
