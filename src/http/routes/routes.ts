import type { EndpointName, endpoints } from '../contract/endpoints.ts'
import type { Route } from '../route.ts'
import { accountRoutes } from './account.ts'
import { adoptionRoutes } from './adoption.ts'
import { apiDescriptionRoutes } from './api-description.ts'
import { attachmentRoutes } from './attachments.ts'
import { auditRoutes } from './audit.ts'
import { discretionRoutes } from './discretions.ts'
import { bulletinRoutes } from './bulletins.ts'
import { districtRoutes } from './district.ts'
import { entryRoutes } from './entries.ts'
import { evidenceRoutes } from './evidence.ts'
import { finalResultRoutes } from './final-results.ts'
import { inspectionRoutes } from './inspections.ts'
import { ownAccountRoutes } from './own-account.ts'
import { ownRecordRoutes } from './own-record.ts'
import { peopleChangeRoutes } from './people-changes.ts'
import { monthFigureRoutes } from './month-figures.ts'
import { payListRoutes } from './pay-lists.ts'
import { periodRoutes } from './periods.ts'
import { peopleRoutes } from './people.ts'
import { proceedingRoutes } from './proceedings.ts'
import { proofFileRoutes } from './proof-files.ts'
import { districtProofRoutes, proofRoutes } from './proof.ts'
import { providerRoutes } from './provider.ts'
import { policyRoutes } from './policies.ts'
import { ratingRoutes } from './ratings.ts'
import { attendanceRoutes } from './registers/attendance.ts'
import { complaintRoutes } from './registers/complaints.ts'
import { leaveTownRoutes } from './registers/leave-town.ts'
import { leaveRoutes } from './registers/leave.ts'
import { registerSheetRoutes } from './registers/register-sheets.ts'
import { dutyRoutes } from './registers/duty.ts'
import { gatheringRoutes } from './registers/gatherings.ts'
import { studyRoutes } from './registers/study.ts'
import { taskRoutes } from './registers/tasks.ts'
import { superiorResultRoutes } from './registers/superior-results.ts'
import { whereaboutsRoutes } from './registers/whereabouts.ts'
import { proposedEntryRoutes } from './registers/proposed-entries.ts'
import { reminderRoutes } from './reminders.ts'
import { resultRoutes } from './results.ts'
import { sampleRoutes } from './sample.ts'
import { schemeEffectRoutes } from './scheme-effects.ts'
import { schemeRoutes } from './schemes.ts'
import { townAccountRoutes } from './town-accounts.ts'
import { secondFactorRoutes } from './second-factor.ts'

export type Routes = { readonly [Name in EndpointName]: Route<(typeof endpoints)[Name]> }

/** Every operation of the contract; one without a route does not compile. How to write one: ../route.ts. */
export function createRoutes(): Routes {
  return {
    ...accountRoutes,
    ...ownAccountRoutes,
    ...secondFactorRoutes,
    ...providerRoutes,
    ...districtRoutes,
    ...townAccountRoutes,
    ...sampleRoutes(),
    ...schemeRoutes,
    ...adoptionRoutes,
    ...schemeEffectRoutes,
    ...peopleRoutes,
    ...peopleChangeRoutes,
    ...entryRoutes,
    ...attachmentRoutes,
    ...evidenceRoutes,
    ...discretionRoutes,
    ...inspectionRoutes,
    ...periodRoutes,
    ...proceedingRoutes,
    ...attendanceRoutes,
    ...complaintRoutes,
    ...proposedEntryRoutes,
    ...reminderRoutes,
    ...registerSheetRoutes,
    ...dutyRoutes,
    ...gatheringRoutes,
    ...studyRoutes,
    ...taskRoutes,
    ...superiorResultRoutes,
    ...leaveRoutes,
    ...leaveTownRoutes,
    ...whereaboutsRoutes,
    ...policyRoutes,
    ...ratingRoutes,
    ...resultRoutes,
    ...monthFigureRoutes,
    ...finalResultRoutes,
    ...payListRoutes,
    ...bulletinRoutes,
    ...proofFileRoutes,
    ...proofRoutes,
    ...districtProofRoutes,
    ...auditRoutes,
    ...ownRecordRoutes,
    ...apiDescriptionRoutes,
  }
}
