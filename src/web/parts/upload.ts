import type { z } from 'zod'
import type { Endpoint } from '../../http/contract/endpoint.ts'
import { errorOf, requestOf, told, unreachable, type CallInput } from './api.ts'

type Schema = z.ZodType | undefined

/** Sends a file and tells how far it is, in whole percent; `fetch` cannot say that. Answers its JSON, or throws. */
export async function upload<Params extends Schema, Query extends Schema, Body extends Schema, AnswerBody>(
  operation: Endpoint<Params, Query, Body, AnswerBody>,
  input: CallInput<Params, Query, Body>,
  onProgress: (percent: number) => void,
): Promise<AnswerBody> {
  const { address, headers, body } = requestOf(operation, input)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(operation.method, address)
    headers.forEach((value, name) => {
      request.setRequestHeader(name, value)
    })
    request.responseType = 'text'
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      // The last step is the server's: it is not done before the answer is there.
      onProgress(Math.min(99, Math.floor((loaded * 100) / Math.max(total, 1))))
    })
    request.addEventListener('load', () => {
      const answer = jsonOf(request.responseText)
      if (request.status >= 200 && request.status < 300 && answer.isJson) resolve(answer.value)
      else reject(told(errorOf(request.status, answer.isJson ? answer.value : null)))
    })
    request.addEventListener('error', () => {
      reject(unreachable())
    })
    request.send(body instanceof ReadableStream ? null : body)
  })
}

// oxlint-disable-next-line typescript/no-explicit-any -- as fetch's json(): the contract vouches for the answer
function jsonOf(text: string): { readonly isJson: true; readonly value: any } | { readonly isJson: false } {
  try {
    return { isJson: true, value: JSON.parse(text) }
  } catch {
    return { isJson: false }
  }
}
