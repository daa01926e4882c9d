import type { Town } from './account.ts'
import { answer, endpoint } from './endpoint.ts'

export const sampleEndpoints = {
  /**
   * Loads the fictional town beside the real one and switches to it; loading twice answers the one there is. For who runs
   * the appraisal at home, or has just set the town up: it takes room.
   */
  loadSample: endpoint({
    method: 'POST',
    path: '/api/sample',
    access: 'signed-in',
    beforeSecondFactor: 'to-set-up',
    answer: answer<{ readonly town: Town }>(),
  }),
  removeSample: endpoint({
    method: 'DELETE',
    path: '/api/sample',
    access: 'signed-in',
    answer: answer<{ readonly done: true }>(),
  }),
}
