import type { Town } from './account.ts'
import { answer, endpoint } from './endpoint.ts'

export const sampleEndpoints = {
  /** Loads the fictional town beside the real one and switches to it; loading twice answers the one there is. */
  loadSample: endpoint({
    method: 'POST',
    path: '/api/sample',
    access: { action: 'sample.load' },
    answer: answer<{ readonly town: Town }>(),
  }),
  removeSample: endpoint({
    method: 'DELETE',
    path: '/api/sample',
    access: { action: 'sample.remove' },
    answer: answer<{ readonly done: true }>(),
  }),
}
