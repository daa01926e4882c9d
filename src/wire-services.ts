import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Fault, Services } from './http/services.ts'
import { createStorage } from './storage/create-storage.ts'
import { passwordHash } from './storage/password-hash.ts'

/** The real things behind what the HTTP side asks for. */
export function wireServices(pool: pg.Pool, logFault: (fault: Fault) => void): Services {
  return {
    now: () => new Date(),
    newId: randomUUID,
    ...createStorage(pool),
    passwords: passwordHash,
    logFault,
  }
}
