import { isTest, type SourceFile } from './source-files.ts'
import { isIdentifier, isNode, syntaxNodes, type Node } from './syntax.ts'

/** Places of the pages where a text could become markup or a program: React escapes everything else. */
export function findScriptSinks(file: SourceFile): string[] {
  if (!file.path.startsWith('src/web/') || isTest(file.path)) return []
  return syntaxNodes(file).flatMap((node) => {
    const sink = sinkOf(node)
    return sink === null ? [] : [`${file.path}: ${sink}`]
  })
}

const members = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'write',
  'writeln',
  'srcdoc',
  'createContextualFragment',
])
const callees = ['eval', 'Function'] as const

function sinkOf(node: Node): string | null {
  if (node.type === 'JSXAttribute' && isNode(node['name']) && node['name']['name'] === 'dangerouslySetInnerHTML')
    return 'dangerouslySetInnerHTML'
  if (node.type === 'Property' && isNode(node['key']) && node['key']['name'] === 'dangerouslySetInnerHTML')
    return 'dangerouslySetInnerHTML'
  if (node.type === 'CallExpression' || node.type === 'NewExpression')
    for (const name of callees) if (isIdentifier(node['callee'], name)) return name
  if (node.type === 'MemberExpression' && isNode(node['property'])) {
    const name = String(node['property']['name'] ?? node['property']['value'])
    // Of document alone: streams and clipboards write too.
    if (name.startsWith('write')) return isIdentifier(node['object'], 'document') ? `document.${name}` : null
    return members.has(name) ? name : null
  }
  return node.type === 'Literal' && /^\s*javascript:/i.test(String(node['value'])) ? 'javascript:' : null
}

/** Scripts within the page itself, and attributes that run: the content security policy lets neither through. */
export function findInlineScripts(html: string): string[] {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/gi)].map(([tag]) => tag)
  const attributes = [...html.matchAll(/<[^>]*\s(on[a-z]+)\s*=[^>]*>/gi)].map(([, name]) => String(name))
  return [...scripts, ...attributes, ...(/javascript:/i.test(html) ? ['javascript:'] : [])]
}
