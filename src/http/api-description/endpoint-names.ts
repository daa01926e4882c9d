import { endpoints, type EndpointName } from '../contract/endpoints.ts'

/** Every operation, in the order of the table. */
export const endpointNames: readonly EndpointName[] = Object.keys(endpoints).filter((name): name is EndpointName =>
  Object.hasOwn(endpoints, name),
)
