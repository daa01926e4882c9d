import { accountEndpoints } from './account.ts'
import { adoptionEndpoints } from './adoption.ts'
import { apiDescriptionEndpoints } from './api-description.ts'
import { attachmentEndpoints } from './attachments.ts'
import { auditEndpoints } from './audit.ts'
import { discretionEndpoints } from './discretions.ts'
import { bulletinEndpoints } from './bulletins.ts'
import { districtEndpoints } from './district.ts'
import { entryEndpoints } from './entries.ts'
import { evidenceEndpoints } from './evidence.ts'
import { finalResultEndpoints, payListEndpoints } from './final-results.ts'
import { inspectionEndpoints } from './inspections.ts'
import { ownAccountEndpoints } from './own-account.ts'
import { ownRecordEndpoints } from './own-record.ts'
import { peopleChangeEndpoints } from './people-changes.ts'
import { peopleEndpoints } from './people.ts'
import { monthFigureEndpoints } from './month-figures.ts'
import { periodEndpoints } from './periods.ts'
import { proceedingEndpoints } from './proceedings.ts'
import { proofFileEndpoints } from './proof-files.ts'
import { districtProofEndpoints, proofEndpoints } from './proof.ts'
import { providerEndpoints } from './provider.ts'
import { policyEndpoints } from './policies.ts'
import { ratingEndpoints } from './ratings.ts'
import { attendanceEndpoints } from './registers/attendance.ts'
import { complaintEndpoints } from './registers/complaints.ts'
import { leaveEndpoints, leaveTownEndpoints } from './registers/leave.ts'
import { registerSheetEndpoints } from './registers/register-sheets.ts'
import { dutyEndpoints } from './registers/duty.ts'
import { gatheringEndpoints } from './registers/gatherings.ts'
import { studyEndpoints } from './registers/study.ts'
import { taskEndpoints } from './registers/tasks.ts'
import { superiorResultEndpoints } from './registers/superior-results.ts'
import { whereaboutsEndpoints } from './registers/whereabouts.ts'
import { proposedEntryEndpoints } from './registers/proposed-entries.ts'
import { reminderEndpoints } from './reminders.ts'
import { resultEndpoints } from './results.ts'
import { sampleEndpoints } from './sample.ts'
import { schemeEffectEndpoints } from './scheme-effects.ts'
import { schemeEndpoints } from './schemes.ts'
import { townAccountEndpoints } from './town-accounts.ts'
import { secondFactorEndpoints } from './second-factor.ts'

/** The whole API: the server implements each of these and nothing else; the web calls them by name. */
export const endpoints = {
  ...accountEndpoints,
  ...ownAccountEndpoints,
  ...secondFactorEndpoints,
  ...providerEndpoints,
  ...districtEndpoints,
  ...townAccountEndpoints,
  ...sampleEndpoints,
  ...schemeEndpoints,
  ...adoptionEndpoints,
  ...schemeEffectEndpoints,
  ...peopleEndpoints,
  ...peopleChangeEndpoints,
  ...entryEndpoints,
  ...attachmentEndpoints,
  ...evidenceEndpoints,
  ...discretionEndpoints,
  ...inspectionEndpoints,
  ...periodEndpoints,
  ...proceedingEndpoints,
  ...attendanceEndpoints,
  ...complaintEndpoints,
  ...proposedEntryEndpoints,
  ...reminderEndpoints,
  ...registerSheetEndpoints,
  ...dutyEndpoints,
  ...gatheringEndpoints,
  ...studyEndpoints,
  ...taskEndpoints,
  ...superiorResultEndpoints,
  ...leaveEndpoints,
  ...leaveTownEndpoints,
  ...whereaboutsEndpoints,
  ...policyEndpoints,
  ...ratingEndpoints,
  ...resultEndpoints,
  ...monthFigureEndpoints,
  ...finalResultEndpoints,
  ...payListEndpoints,
  ...bulletinEndpoints,
  ...proofFileEndpoints,
  ...auditEndpoints,
  ...ownRecordEndpoints,
  ...proofEndpoints,
  ...districtProofEndpoints,
  ...apiDescriptionEndpoints,
}

export type EndpointName = keyof typeof endpoints
