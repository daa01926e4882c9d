import { z } from 'zod'
import type { RegisterSettingStore } from '../register-record-store.ts'

const settingName = 'complaint-form'
const settingSchema = z.object({ isOpen: z.boolean() }).readonly()
export type ComplaintFormSetting = z.infer<typeof settingSchema>

/** Whether anybody may complain without signing in; off until somebody switches it on. */
export async function readComplaintFormSetting(
  settings: Pick<RegisterSettingStore, 'read'>,
): Promise<ComplaintFormSetting> {
  const stored = await settings.read(settingName)
  return stored === null ? { isOpen: false } : settingSchema.parse(stored)
}

export async function switchComplaintForm(
  settings: RegisterSettingStore,
  { isOpen, at, by }: { readonly isOpen: boolean; readonly at: Date; readonly by: string },
): Promise<void> {
  await settings.write(settingName, { isOpen }, { at, by })
}
