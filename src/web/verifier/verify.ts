import { readHead, type GivenFile } from '../../domain/verification/check-given.ts'
import { verifyProof, type KeptElsewhere } from '../../domain/verification/verify-proof.ts'
import { reportView } from './report-view.ts'
import { pageCrypto } from './verify-crypto.ts'

function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`the page has its ${id}`)
  return found
}

const form = byId('form', HTMLFormElement)
const file = byId('file', HTMLInputElement)
const heads = byId('heads', HTMLTextAreaElement)
const key = byId('key', HTMLInputElement)
const receipts = byId('receipts', HTMLInputElement)
const earlier = byId('earlier', HTMLInputElement)
const start = byId('start', HTMLButtonElement)
const print = byId('print', HTMLButtonElement)
const report = byId('report', HTMLElement)
const drop = byId('drop', HTMLElement)

byId('stopped', HTMLElement).hidden = true
form.hidden = false

file.addEventListener('change', () => {
  start.disabled = file.files?.length !== 1
})
for (const [name, isOver] of [
  ['dragover', true],
  ['dragleave', false],
  ['drop', false],
] as const)
  drop.addEventListener(name, (event) => {
    event.preventDefault()
    drop.classList.toggle('over', isOver)
    const dropped = event instanceof DragEvent && name === 'drop' ? event.dataTransfer?.files : undefined
    if (dropped === undefined || dropped.length === 0) return
    file.files = dropped
    file.dispatchEvent(new Event('change'))
  })
form.addEventListener('submit', (event) => {
  event.preventDefault()
  void verify()
})
print.addEventListener('click', () => {
  window.print()
})

async function verify(): Promise<void> {
  const [chosen] = file.files ?? []
  if (chosen === undefined) return
  const lines = heads.value.split('\n').filter((line) => line.trim() !== '')
  const unread = lines.find((line) => readHead(line) === null)
  if (unread !== undefined) {
    say(`“${unread.trim()}”不是台账校验码：请照通报上印的写，条数在前，字符在后。`)
    heads.focus()
    return
  }
  start.disabled = true
  print.hidden = true
  say('正在核验……大文件要等一会儿。')
  try {
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    const kept: KeptElsewhere = {
      heads: lines,
      keyFingerprint: key.value.trim() === '' ? null : key.value,
      receipts: await read(receipts),
      earlier: await read(earlier),
    }
    // The sentence above is shown before the work begins.
    await new Promise((resolve) => setTimeout(resolve, 50))
    report.replaceChildren(...reportView(verifyProof(bytes, kept, pageCrypto)))
    print.hidden = false
  } catch {
    say('文件读不了：可能已被移走，请重新选择。')
  }
  start.disabled = false
}

async function read(input: HTMLInputElement): Promise<readonly GivenFile[]> {
  return Promise.all(
    Array.from(input.files ?? [], async (one) => ({
      label: one.name,
      bytes: new Uint8Array(await one.arrayBuffer()),
    })),
  )
}

function say(sentence: string): void {
  const line = document.createElement('p')
  line.textContent = sentence
  report.replaceChildren(line)
}
