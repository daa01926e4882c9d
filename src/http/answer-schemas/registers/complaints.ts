import { z } from 'zod'
import { complaintChannels } from '../../../domain/registers/complaint/complaint-record.ts'
import { complaintSteps } from '../../../domain/registers/complaint/complaint-steps.ts'
import type { complaintEndpoints } from '../../contract/registers/complaints.ts'
import { answersOf, component, file, json } from '../answers-of.ts'
import { day, instant, words } from '../fields.ts'
import { importReport } from '../people.ts'

const person = z.object({ staffNumber: words, name: words })
const complaint = component(
  'Complaint',
  z.object({
    id: z.uuid(),
    channel: z.enum(complaintChannels),
    receivedOn: day,
    number: words.nullable(),
    state: words,
    words,
    about: words.nullable(),
    aboutPerson: person.nullable(),
    complainant: z.object({ name: words.nullable(), contact: words.nullable() }).nullable(),
    conclusion: z
      .object({
        outcome: z.enum(['upheld', 'not-upheld', 'transferred']),
        reasons: words,
        found: words.nullable(),
        occurredOn: day.nullable(),
        people: z.array(person),
        transferredTo: words.nullable(),
        at: day,
      })
      .nullable(),
    by: words,
    revision: z.int(),
    steps: z.array(z.enum(complaintSteps)),
  }),
)
const kept = z.object({ id: z.uuid(), state: words, revision: z.int() })
const setting = z.object({ isOpen: z.boolean(), town: words })

export const complaintAnswers = answersOf<typeof complaintEndpoints>()({
  listComplaints: json(z.object({ complaints: z.array(complaint) })),
  readComplaintHistory: json(
    z.object({ steps: z.array(z.object({ step: words, at: instant, by: words, reason: words.nullable() })) }),
    [404],
  ),
  addComplaint: json(kept, [409, 422]),
  takeComplaintStep: json(kept, [403, 404, 409, 422]),
  downloadComplaints: file(),
  downloadComplaintTemplate: file(),
  checkComplaintSheet: json(importReport, [422]),
  importComplaints: json(importReport, [422]),
  markComplaintProblems: file([422]),
  readComplaintFormSetting: json(setting),
  switchComplaintForm: json(setting),
  readComplaintForm: json(z.object({ isOpen: z.boolean(), townName: words.nullable() })),
  fileComplaint: json(z.object({ receipt: words }), [404, 429]),
  askComplaintState: json(z.object({ state: z.enum(['received', 'verifying', 'closed']) }), [404, 429]),
})
