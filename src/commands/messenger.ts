import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { RobotKind } from './reminder-store.ts'

/** What goes out of the house: what waits and where to do it, never a score nor another's name. */
export type Message = {
  /** Of the delivery: the same for the same one. */
  readonly id: string
  readonly town: string
  readonly title: string
  readonly dueOn: LocalDate | null
  /** The page, within this installation: begins with a slash. */
  readonly path: string
}

/**
 * What became of it; `unknown`: it may have arrived, the other side did not say. The problem in words without names,
 * addresses or secrets.
 */
export type Sent =
  | { readonly kind: 'taken' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly problem: string }

/** Why an address is none that a robot may have. */
export type RobotAddressFault =
  | { readonly code: 'robot-address-invalid' }
  | { readonly code: 'robot-host-unnamed'; readonly host: string }
  | { readonly code: 'robot-not-encrypted' }

/** A robot with address and secret opened. */
export type OpenedRobot = { readonly kind: RobotKind; readonly address: string; readonly secret: string | null }

/** The ways out of the house; each sends at most once per call, within a limited time. */
export type Messenger = {
  /** null: this installation sends no mail. */
  readonly mailFrom: string | null
  /** Hosts that robots may have, for the page to say. */
  readonly robotHosts: readonly string[]
  readonly checkRobotAddress: (kind: RobotKind, address: string) => RobotAddressFault | null
  readonly mail: (to: string, message: Message) => Promise<Sent>
  readonly post: (robot: OpenedRobot, message: Message) => Promise<Sent>
}
