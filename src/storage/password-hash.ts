import { hash, verify } from '@node-rs/argon2'

/** Argon2id with 19 MiB and 2 passes, as OWASP advises; the parameters and the salt stand in the hash. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const passwordHash = {
  hash: (password: string): Promise<string> => hash(password.normalize('NFKC'), options),
  verify: (stored: string, password: string): Promise<boolean> => verify(stored, password.normalize('NFKC')),
}
