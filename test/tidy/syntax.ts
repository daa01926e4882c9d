import { parseSync } from 'vite'
import type { SourceFile } from './source-files.ts'

/** A node of the syntax tree, as far as these tests look into it. */
export type Node = { readonly type: string; readonly [field: string]: unknown }

/** Every node of a file, parents before children; throws when the file does not parse. */
export function syntaxNodes(file: SourceFile): Node[] {
  const { program, errors } = parseSync(file.path, file.text)
  if (errors.length > 0) throw new Error(`${file.path} does not parse: ${errors[0]?.message}`)
  const nodes: Node[] = []
  collect(program, nodes)
  return nodes
}

function collect(value: unknown, nodes: Node[]): void {
  if (Array.isArray(value)) for (const element of value) collect(element, nodes)
  else if (isNode(value)) {
    nodes.push(value)
    for (const field of Object.values(value)) if (typeof field === 'object') collect(field, nodes)
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

export type Import = { readonly from: string | null; readonly typeOnly: boolean }

/** What a file imports in any way there is; `from` is null where the name is computed. */
export function importsOf(file: SourceFile): Import[] {
  return syntaxNodes(file).flatMap((node): Import[] => {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (!isNode(node['source'])) return []
        return [{ from: literalText(node['source']), typeOnly: isTypeOnly(node) }]
      case 'TSImportType':
        return [{ from: literalText(node['source']), typeOnly: true }]
      case 'ImportExpression':
        return [{ from: literalText(node['source']), typeOnly: false }]
      case 'TSExternalModuleReference':
        return [{ from: literalText(node['expression']), typeOnly: false }]
      case 'CallExpression': {
        const [first] = Array.isArray(node['arguments']) ? node['arguments'] : []
        return isIdentifier(node['callee'], 'require') ? [{ from: literalText(first), typeOnly: false }] : []
      }
      default:
        return []
    }
  })
}

export function isIdentifier(value: unknown, name: string): boolean {
  return isNode(value) && value.type === 'Identifier' && value['name'] === name
}

function literalText(value: unknown): string | null {
  return isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string' ? value['value'] : null
}

function isTypeOnly(node: Node): boolean {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true
  const specifiers: unknown[] = Array.isArray(node['specifiers']) ? node['specifiers'] : []
  return (
    specifiers.length > 0 &&
    specifiers.every(
      (entry) => isNode(entry) && (entry['importKind'] === 'type' || entry['exportKind'] === 'type'),
    )
  )
}
