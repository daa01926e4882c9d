/** Where graphile-worker keeps its jobs. */
export const queueSchema = 'graphile_worker'

/** The tasks of the product. */
export const remindTask = 'remind'
export const deliverTask = 'deliver'
