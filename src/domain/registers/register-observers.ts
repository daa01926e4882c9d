import type { RegisterObserver } from './register-facts.ts'

/** How each register is read; one that is not here shows nothing. Each register adds its line. */
export const registerObservers: readonly RegisterObserver[] = []
