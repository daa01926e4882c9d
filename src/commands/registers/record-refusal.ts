/** Why a record of a register is not added, changed or taken back. */
export type RecordRefusal =
  /** Not on the roster, or beyond reach. */
  | { readonly code: 'record-person-unknown'; readonly staffNumber: string }
  | { readonly code: 'record-office-unknown'; readonly office: string }
  | { readonly code: 'record-faulty'; readonly place: string; readonly message: string }
  /** Nobody keeps his own line. */
  | { readonly code: 'record-about-oneself' }
  /** The fact stands in the register already. */
  | { readonly code: 'record-known'; readonly summary: string }
  | { readonly code: 'record-unknown' }
  | { readonly code: 'record-withdrawn-already' }
  /** Another changed it since it was looked at. */
  | { readonly code: 'record-changed'; readonly by: string }
