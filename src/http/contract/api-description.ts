import { answer, endpoint } from './endpoint.ts'

export const apiDescriptionEndpoints = {
  /** This table as an OpenAPI 3.1 document: description only, nothing of a town. */
  readApiDescription: endpoint({
    method: 'GET',
    path: '/api/openapi.json',
    access: 'signed-in',
    answer: answer<Readonly<Record<string, unknown>>>(),
  }),
}
