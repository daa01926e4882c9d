import { accountEndpoints } from './contract/account.ts'
import { adoptionEndpoints } from './contract/adoption.ts'
import { auditEndpoints, type OperationGroup } from './contract/audit.ts'
import { endpoints } from './contract/endpoints.ts'
import { entryEndpoints } from './contract/entries.ts'
import { inspectionEndpoints } from './contract/inspections.ts'
import { ownAccountEndpoints } from './contract/own-account.ts'
import { ownRecordEndpoints } from './contract/own-record.ts'
import { peopleChangeEndpoints } from './contract/people-changes.ts'
import { periodEndpoints } from './contract/periods.ts'
import { peopleEndpoints } from './contract/people.ts'
import { proceedingEndpoints } from './contract/proceedings.ts'
import { proofFileEndpoints } from './contract/proof-files.ts'
import { proofEndpoints } from './contract/proof.ts'
import { providerEndpoints } from './contract/provider.ts'
import { ratingEndpoints } from './contract/ratings.ts'
import { proposedEntryEndpoints } from './contract/registers/proposed-entries.ts'
import { attendanceEndpoints } from './contract/registers/attendance.ts'
import { complaintEndpoints } from './contract/registers/complaints.ts'
import { dutyEndpoints } from './contract/registers/duty.ts'
import { gatheringEndpoints } from './contract/registers/gatherings.ts'
import { leaveEndpoints, leaveTownEndpoints } from './contract/registers/leave.ts'
import { registerSheetEndpoints } from './contract/registers/register-sheets.ts'
import { studyEndpoints } from './contract/registers/study.ts'
import { superiorResultEndpoints } from './contract/registers/superior-results.ts'
import { taskEndpoints } from './contract/registers/tasks.ts'
import { whereaboutsEndpoints } from './contract/registers/whereabouts.ts'
import { resultEndpoints } from './contract/results.ts'
import { schemeEffectEndpoints } from './contract/scheme-effects.ts'
import { schemeEndpoints } from './contract/schemes.ts'
import { secondFactorEndpoints } from './contract/second-factor.ts'
import { townAccountEndpoints } from './contract/town-accounts.ts'

const grouped: Readonly<Record<Exclude<OperationGroup, 'other'>, readonly object[]>> = {
  'sign-in': [accountEndpoints, ownAccountEndpoints, secondFactorEndpoints, providerEndpoints],
  accounts: [townAccountEndpoints],
  scheme: [schemeEndpoints, schemeEffectEndpoints, adoptionEndpoints],
  people: [peopleEndpoints, peopleChangeEndpoints],
  entries: [entryEndpoints, proposedEntryEndpoints, inspectionEndpoints, periodEndpoints],
  registers: [
    registerSheetEndpoints,
    attendanceEndpoints,
    leaveEndpoints,
    leaveTownEndpoints,
    whereaboutsEndpoints,
    dutyEndpoints,
    gatheringEndpoints,
    studyEndpoints,
    taskEndpoints,
    superiorResultEndpoints,
    complaintEndpoints,
  ],
  ratings: [ratingEndpoints],
  results: [resultEndpoints],
  oversight: [proceedingEndpoints, auditEndpoints, ownRecordEndpoints, proofEndpoints, proofFileEndpoints],
}

/** The names of the operations that belong to a group of the audit's query form. */
export function operationsOfGroup(group: OperationGroup): readonly string[] {
  if (group !== 'other') return namesIn(grouped[group])
  const known = new Set(Object.values(grouped).flatMap(namesIn))
  return Object.keys(endpoints).filter((name) => !known.has(name))
}

function namesIn(parts: readonly object[]): readonly string[] {
  return parts.flatMap((part) => Object.keys(part))
}
