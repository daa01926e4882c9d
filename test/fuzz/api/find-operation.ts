import type { ApiDescription, Operation } from '../../../src/http/api-description/describe-api.ts'

/** The operation that answers a method and path, in the order of the description; null where there is none. */
export function findOperation({ paths }: ApiDescription, method: string, path: string): Operation | null {
  const steps = decodedPath(pathnameOf(path)).split('/')
  const asked = method === 'HEAD' ? 'get' : method.toLowerCase()
  for (const [template, methods] of Object.entries(paths)) {
    const operation = methods[asked]
    if (operation !== undefined && isMatch(template.split('/'), steps)) return operation
  }
  return null
}

function isMatch(template: readonly string[], steps: readonly string[]): boolean {
  return (
    template.length === steps.length &&
    template.every((step, index) => (step.startsWith('{') ? steps[index] !== '' : step === steps[index]))
  )
}

/** The path with its dots resolved, as every reader of addresses does first; null: none of the API's. */
export function pathnameOf(path: string): string {
  return new URL(`http://127.0.0.1${path}`).pathname
}

/** As the server reads it: escapes are undone piece by piece, except of what separates, and broken ones stay. */
function decodedPath(path: string): string {
  return path.replaceAll(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURI(escapes)
    } catch {
      return escapes
    }
  })
}
