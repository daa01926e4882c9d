import type { EndpointName } from '../contract/endpoints.ts'
import { accountAnswers } from './account.ts'
import { adoptionAnswers } from './adoption.ts'
import type { AnswerDescription } from './answers-of.ts'
import { apiDescriptionAnswers } from './api-description.ts'
import { attachmentAnswers } from './attachments.ts'
import { auditAnswers, ownRecordAnswers } from './audit.ts'
import { discretionAnswers } from './discretions.ts'
import { bulletinAnswers } from './bulletins.ts'
import { districtAnswers } from './district.ts'
import { entryAnswers } from './entries.ts'
import { evidenceAnswers } from './evidence.ts'
import { finalResultAnswers, payListAnswers } from './final-results.ts'
import { inspectionAnswers } from './inspections.ts'
import { ownAccountAnswers } from './own-account.ts'
import { peopleChangeAnswers } from './people-changes.ts'
import { peopleAnswers } from './people.ts'
import { monthFigureAnswers } from './month-figures.ts'
import { periodAnswers } from './periods.ts'
import { proceedingAnswers } from './proceedings.ts'
import { proofFileAnswers } from './proof-files.ts'
import { districtProofAnswers, proofAnswers } from './proof.ts'
import { providerAnswers } from './provider.ts'
import { policyAnswers } from './policies.ts'
import { ratingAnswers } from './ratings.ts'
import { attendanceAnswers } from './registers/attendance.ts'
import { complaintAnswers } from './registers/complaints.ts'
import { leaveAnswers, leaveTownAnswers } from './registers/leave.ts'
import { registerSheetAnswers } from './registers/record-answers.ts'
import { dutyAnswers } from './registers/duty.ts'
import { gatheringAnswers } from './registers/gatherings.ts'
import { studyAnswers } from './registers/study.ts'
import { taskAnswers } from './registers/tasks.ts'
import { superiorResultAnswers } from './registers/superior-results.ts'
import { whereaboutsAnswers } from './registers/whereabouts.ts'
import { proposedEntryAnswers } from './registers/proposed-entries.ts'
import { reminderAnswers } from './reminders.ts'
import { resultAnswers } from './results.ts'
import { sampleAnswers } from './sample.ts'
import { secondFactorAnswers } from './second-factor.ts'
import { schemeAnswers, schemeEffectAnswers } from './schemes.ts'
import { townAccountAnswers } from './town-accounts.ts'

/** What every endpoint answers, for its description; the program itself trusts the types. */
export const answerSchemas: Readonly<Record<EndpointName, AnswerDescription>> = {
  ...accountAnswers,
  ...ownAccountAnswers,
  ...secondFactorAnswers,
  ...providerAnswers,
  ...districtAnswers,
  ...townAccountAnswers,
  ...sampleAnswers,
  ...schemeAnswers,
  ...adoptionAnswers,
  ...schemeEffectAnswers,
  ...peopleAnswers,
  ...peopleChangeAnswers,
  ...entryAnswers,
  ...attachmentAnswers,
  ...evidenceAnswers,
  ...discretionAnswers,
  ...inspectionAnswers,
  ...periodAnswers,
  ...proceedingAnswers,
  ...attendanceAnswers,
  ...complaintAnswers,
  ...proposedEntryAnswers,
  ...reminderAnswers,
  ...registerSheetAnswers,
  ...dutyAnswers,
  ...gatheringAnswers,
  ...studyAnswers,
  ...taskAnswers,
  ...superiorResultAnswers,
  ...leaveAnswers,
  ...leaveTownAnswers,
  ...whereaboutsAnswers,
  ...policyAnswers,
  ...ratingAnswers,
  ...resultAnswers,
  ...monthFigureAnswers,
  ...finalResultAnswers,
  ...payListAnswers,
  ...bulletinAnswers,
  ...proofFileAnswers,
  ...auditAnswers,
  ...ownRecordAnswers,
  ...proofAnswers,
  ...districtProofAnswers,
  ...apiDescriptionAnswers,
}
