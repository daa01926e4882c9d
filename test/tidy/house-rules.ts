import { isTest, type SourceFile } from './source-files.ts'
import { isIdentifier, isNode, syntaxNodes, type Node } from './syntax.ts'

/** Words that say nothing of what a thing is. */
const emptyWords = new Set([
  'handle',
  'handler',
  'process',
  'manage',
  'manager',
  'data',
  'info',
  'util',
  'utils',
  'helper',
  'misc',
])

/** Files not in kebab-case, or named with a word that means nothing. */
export function findNameFaults(paths: readonly string[]): string[] {
  return paths.filter((path) => {
    const name =
      path
        .split('/')
        .at(-1)
        ?.replace(/(\.(test|fixture|module|config|d))?\.[a-z]+$/, '') ?? ''
    return !/^[a-z\d]+(-[a-z\d]+)*$/.test(name) || name.split('-').some((word) => emptyWords.has(word))
  })
}

/** The domain answers the same for the same input: no clock, no chance, nothing of the machine. */
export function findImpurities(file: SourceFile): string[] {
  if (!file.path.startsWith('src/domain/') || isTest(file.path)) return []
  const found = syntaxNodes(file).flatMap((node) => {
    if (node.type === 'NewExpression' && isIdentifier(node['callee'], 'Date') && isEmpty(node['arguments']))
      return ['new Date()']
    if (node.type === 'CallExpression' && isIdentifier(node['callee'], 'Date')) return ['Date()']
    const member = memberName(node)
    if (member !== null && impureMembers.test(member)) return [member]
    return node.type === 'MemberExpression' && isZoneDependent(node['property'])
      ? ['local time of the machine']
      : []
  })
  return found.map((what) => `${file.path}: ${what}`)
}

const impureMembers =
  /^(Date\.now|Math\.random|Intl\.\w+|globalThis\.\w+|process\.\w+|performance\.\w+|crypto\.\w+)$/

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function isZoneDependent(property: unknown): boolean {
  const name = isNode(property) ? property['name'] : null
  return (
    typeof name === 'string' &&
    /^(get(FullYear|Month|Date|Day|Hours|TimezoneOffset)|toLocale\w*String)$/.test(name)
  )
}

function memberName(node: Node): string | null {
  if (node.type !== 'MemberExpression' || !isNode(node['object']) || !isNode(node['property'])) return null
  const [object, property] = [node['object']['name'], node['property']['name'] ?? node['property']['value']]
  return typeof object === 'string' && typeof property === 'string' ? `${object}.${property}` : null
}

/** Work put off, and checks switched off: for more than one line, or without a reason after ` -- `. */
export function findHiddenDebts(file: SourceFile): string[] {
  const marks = /ts-ignore|ts-nocheck|ts-expect-error|(?:eslint|oxlint)-disable.*|\bTODO\b|\bFIXME\b|\bXXX\b/g
  return [...file.text.matchAll(marks)]
    .filter(([mark]) => !/^oxlint-disable-next-line \S+ -- .{8,}/.test(mark))
    .map(([mark]) => `${file.path}: ${mark}`)
}

export const longestFile = 400

/** Texts of the screen are tables, however long. */
export function findLongFiles(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !file.path.startsWith('src/web/text/'))
    .map((file) => ({ path: file.path, lines: file.text.split('\n').length }))
    .filter(({ lines }) => lines > longestFile)
    .map(({ path, lines }) => `${path}: ${lines}`)
}
