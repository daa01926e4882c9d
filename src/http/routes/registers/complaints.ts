import { countComplaint } from '../../../commands/count-complaint.ts'
import { readComplaintFormSetting, switchComplaintForm } from '../../../commands/registers/complaint-form.ts'
import {
  addComplaint,
  complaintOfReceipt,
  fileComplaint,
  stepComplaint,
  toTheHour,
} from '../../../commands/registers/keep-complaints.ts'
import { localDate } from '../../../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../../../domain/primitives/result.ts'
import { complaintName, type Complaint } from '../../../domain/registers/complaint/complaint-record.ts'
import { complaintProgress, type ComplaintStep } from '../../../domain/registers/complaint/complaint-steps.ts'
import { listComplaints, readComplaintHistory } from '../../../queries/registers/complaint-view.ts'
import { newReceipt, receiptHash, spoilAddress } from '../../complaint-receipt.ts'
import type { complaintEndpoints } from '../../contract/registers/complaints.ts'
import type { InputOf } from '../../endpoint-input.ts'
import type { Refusal } from '../../refusal.ts'
import type { OpenCall, RouteGroup } from '../../route.ts'
import { complaintSheetRoutes } from './complaint-sheets.ts'

type Taken = InputOf<typeof complaintEndpoints.takeComplaintStep>['body']['taken']

function toStep(taken: Taken): ComplaintStep {
  if (taken.step !== 'upheld') return taken
  const { step, reasons, occurredOn, staffNumbers, found } = taken
  return { step, reasons, finding: { occurredOn: localDate(occurredOn), staffNumbers, found } }
}

/** How the audit names it: by its day and the way it came, and by no word of it. */
function objectOf(complaint: Complaint) {
  return { kind: 'complaint', id: complaint.id, label: complaintName(complaint) }
}

function kept({ id, state, revision }: Complaint) {
  return { id, state, revision }
}

/** null: who complained gave neither name nor a way to be reached. */
function complainantOf({ name, contact }: { readonly name: string | null; readonly contact: string | null }) {
  return name === null && contact === null ? null : { name, contact }
}

type Asked = Pick<OpenCall<typeof complaintEndpoints.askComplaintState>, 'services' | 'browser' | 'at'>

const nowhere = 'nowhere'

/** The town of that code whose form is open, counted before anything is told of it; null: none, and no more is said. */
async function openForm(
  { services, browser, at }: Asked,
  code: string,
  what: 'file' | 'ask' | null,
): Promise<Result<{ readonly tenantId: string; readonly name: string } | null, Refusal>> {
  const found = await services.inAccounts<{ id: string; name: string } | null, Refusal>(async (accounts) => {
    const town = (await accounts.realTowns()).find((one) => one.code === code.toLowerCase()) ?? null
    if (what !== null) {
      const from = { address: browser.caller.address, town: town?.id ?? nowhere, what }
      const counted = await countComplaint(from, { at, spoil: spoilAddress }, accounts)
      if (!counted.ok) return counted
    }
    return accept(town === null ? null : { id: town.id, name: town.name })
  })
  if (!found.ok || found.value === null) return found.ok ? accept(null) : found
  const { id: tenantId, name } = found.value
  const setting = await services.inTown<boolean, Refusal>(tenantId, 'read', async ({ registerSettings }) =>
    accept((await readComplaintFormSetting(registerSettings)).isOpen),
  )
  return setting.ok ? accept(setting.value ? { tenantId, name } : null) : setting
}

export const complaintRoutes: RouteGroup<typeof complaintEndpoints> = {
  listComplaints: {
    inTown: async ({ query, stores, subject, note }) => {
      note({ object: { kind: 'register', id: 'complaint', label: '投诉举报' } })
      return accept({ complaints: await listComplaints(stores, subject, query.state) })
    },
  },
  readComplaintHistory: {
    inTown: async ({ params, stores, subject }) => {
      const steps = await readComplaintHistory(stores, subject, params.complaintId)
      return steps === null ? refuse({ code: 'complaint-unknown' }) : accept({ steps })
    },
  },
  addComplaint: {
    inTown: async ({ body, stores, act, note }) => {
      const { channel, number, words, about, aboutStaffNumber } = body
      const receivedOn = localDate(body.receivedOn)
      const complainant = complainantOf(body)
      const given = { channel, receivedOn, number, words, about, aboutStaffNumber, complainant }
      const added = await addComplaint(stores, act, given)
      if (!added.ok) return added
      note({ object: objectOf(added.value), after: { state: 'received' } })
      return accept(kept(added.value))
    },
  },
  takeComplaintStep: {
    inTown: async ({ params, body, stores, act, subject, note }) => {
      const step = toStep(body.taken)
      const taken = await stepComplaint(stores, act, subject, {
        id: params.complaintId,
        revision: body.revision,
        step,
      })
      if (!taken.ok) return taken
      const { before, after } = taken.value
      note({ object: objectOf(after), before: { state: before.state }, after: { state: after.state } })
      return accept(kept(after))
    },
  },
  ...complaintSheetRoutes,
  readComplaintFormSetting: {
    inTown: async ({ stores }) => {
      const { isOpen } = await readComplaintFormSetting(stores.registerSettings)
      return accept({ isOpen, town: await stores.readTownCode() })
    },
  },
  switchComplaintForm: {
    inTown: async ({ body, stores, act, note }) => {
      const before = await readComplaintFormSetting(stores.registerSettings)
      await switchComplaintForm(stores.registerSettings, { isOpen: body.isOpen, at: act.at, by: act.by })
      note({
        object: { kind: 'register', id: 'complaint', label: '投诉举报的网上表单' },
        before: { isOn: before.isOpen },
        after: { isOn: body.isOpen },
      })
      return accept({ isOpen: body.isOpen, town: await stores.readTownCode() })
    },
  },
  readComplaintForm: {
    open: async (call) => {
      const form = await openForm(call, call.query.town, null)
      return form.ok ? accept({ isOpen: form.value !== null, townName: form.value?.name ?? null }) : form
    },
  },
  fileComplaint: {
    open: async (call) => {
      const { body, services, at } = call
      const form = await openForm(call, body.town, 'file')
      if (!form.ok) return form
      if (form.value === null) return refuse({ code: 'complaint-form-closed' })
      const receipt = newReceipt()
      // A program is answered like a person, and learns nothing.
      if (body.website !== undefined && body.website !== '') return accept({ receipt })
      const { words, about } = body
      const given = { words, about, complainant: complainantOf(body) }
      const { newId } = services
      const filed = await services.inTown<null, Refusal>(form.value.tenantId, 'write', async (stores) => {
        await fileComplaint(stores.records, { at, newId }, given, receiptHash(receipt))
        await stores.audit.append([
          {
            id: newId(),
            at: toTheHour(at),
            by: null,
            roles: [],
            operation: 'fileComplaint',
            kind: 'write',
            outcome: 'done',
            // Where it came from is not kept, here no more than elsewhere.
            address: '',
            userAgent: '',
            object: { kind: 'register', id: 'complaint', label: '投诉举报' },
            before: null,
            after: { state: 'received' },
            reason: null,
          },
        ])
        return accept(null)
      })
      return filed.ok ? accept({ receipt }) : filed
    },
  },
  askComplaintState: {
    open: async (call) => {
      const { body, services } = call
      const form = await openForm(call, body.town, 'ask')
      if (!form.ok) return form
      if (form.value === null) return refuse({ code: 'complaint-form-closed' })
      return services.inTown(form.value.tenantId, 'read', async ({ records }) => {
        const complaint = await complaintOfReceipt(records, receiptHash(body.receipt))
        if (complaint === null) return refuse({ code: 'complaint-receipt-unknown' })
        return accept({ state: complaintProgress(complaint.state) })
      })
    },
  },
}
