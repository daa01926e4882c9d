import type { CheckName, Finding, FindingCode, VerificationReport } from './finding.ts'

/** The second language of the report: for whoever audits from elsewhere. */
export const checkTitlesInEnglish: Readonly<Record<CheckName, string>> = {
  form: 'File is whole and readable',
  digests: 'Parts match the manifest',
  signatures: 'Signatures',
  key: 'Key is the one you know',
  roots: 'Signed heads match the leaves',
  heads: 'Heads you hold match',
  earlier: 'Continues what you kept before',
  receipts: 'Receipts are honoured',
  leaves: 'Leaves',
  order: 'Order and gapless positions',
  rows: 'Ledger matches the log',
  adoptions: 'Schemes as adopted',
  publications: 'Bulletins as published',
  closes: 'Monthly closes',
  'own-entries': 'Own entries are in the log',
  backings: 'Backings as published',
  scores: 'Scores, ranks and grades reckoned again',
  shown: 'What bulletins show',
  pay: 'Pay reckoned again',
}

const sentences: Readonly<Record<FindingCode, string>> = {
  'not-canonical': 'The file was changed here',
  unreadable: 'This part cannot be read',
  'part-changed': 'This part differs from the manifest',
  'scope-lie': 'This does not belong in a file of this scope',
  'signature-wrong': 'The signature does not hold',
  'signature-by-other-key': 'Signed by none of the keys in the file',
  'checkpoint-unreadable': 'The signed head cannot be read',
  'checkpoint-order': 'Signed heads are out of order',
  'other-origin': 'Of another log',
  'head-unsigned': 'The last head is not signed',
  'key-differs': 'Another key than the one you know',
  'leaf-count': 'The number of leaves is wrong',
  'root-differs': 'The head differs: the log was rewritten',
  'head-beyond': 'The file ends before this head: older, or cut off',
  'given-unreadable': 'What you gave cannot be read or does not hold',
  'leaf-differs': 'The leaf is not the one in the log',
  'leaf-order': 'The leaf is out of place',
  'leaf-missing': 'The leaf is not shown',
  'other-town': 'Of another town',
  'opening-differs': 'Not what the log committed to',
  'opening-missing': 'Something that should be shown is not',
  'position-gap': 'Positions have a gap or repeat',
  'entry-unknown': 'About an entry that was never recorded',
  twice: 'Twice',
  'same-hand': 'Confirmed by who recorded it',
  'time-backwards': 'Earlier than what stands before it',
  'earlier-counts': 'What was there before the log does not add up',
  'row-differs': 'The ledger row differs from the log',
  'row-missing': 'Logged, and gone from the ledger',
  'row-extra': 'In the ledger, and never logged',
  'adoption-differs': 'The scheme is not the one adopted',
  'adoption-missing': 'Schemes and adoptions do not match',
  'adoption-number': 'Versions do not follow one another',
  'content-differs': 'The bulletin is not as it was published',
  'content-missing': 'The bulletin is not in the file',
  'publication-missing': 'Never published',
  'publication-differs': 'Differs from its publication in the log',
  'publication-number': 'Numbers have a gap or repeat',
  'publication-head': 'The head printed on it differs',
  'corrects-unknown': 'What it corrects does not match',
  'position-beyond': 'Rests on rows that were not there yet',
  'finalisation-early': 'Final before its notice ended',
  'finalisation-unknown': 'Final without a notice, or twice',
  'close-differs': 'The close and its table do not match',
  'backing-differs': 'The backing is not the published one',
  'backing-missing': 'The backing is not in the file',
  'scheme-unknown': 'Reckoned by a scheme that was not adopted',
  'score-differs': 'Reckoned again it comes to something else',
  'person-missing': 'A person is missing',
  'person-extra': 'A person too many',
  'not-reckonable': 'Cannot be reckoned',
  'shown-differs': 'The figure shown differs',
  'shown-words': 'The words shown differ',
  'result-differs': 'The annual result differs',
  'pay-differs': 'Pay reckoned again comes to something else',
}

export function findingInEnglish({ code, said, found }: Finding): string {
  const facts = [said === undefined ? '' : `file: ${said}`, found === undefined ? '' : `should be: ${found}`]
  const told = facts.filter((fact) => fact !== '').join('; ')
  return told === '' ? `${sentences[code]}.` : `${sentences[code]} (${told}).`
}

export function verdictInEnglish({ verdict, checks }: VerificationReport): string {
  if (verdict === 'broken') return 'Something does not hold: do not rely on this file.'
  const open = checks.some(({ status }) => status === 'unchecked')
  return open ? 'Everything that could be checked holds; see what could not be.' : 'Everything holds.'
}
