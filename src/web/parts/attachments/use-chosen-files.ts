import { useState } from 'react'
import { endpoints } from '../../../http/contract/endpoints.ts'
import { attachmentsText } from '../../text/attachments.ts'
import { useText } from '../../text/dictionary.ts'
import { messageOf } from '../api.ts'
import { newKey } from '../idempotency-key.ts'
import { upload } from '../upload.ts'
import { addChosen, type ChosenFile } from './chosen-files.ts'

export type ChosenFiles = {
  readonly files: readonly ChosenFile[]
  /** Of files that were not taken, until the next are chosen. */
  readonly problems: readonly string[]
  readonly isSending: boolean
  readonly add: (files: readonly File[]) => void
  readonly remove: (key: string) => void
  /** Sends those that have not been handed in, one after the other; answers why any failed, each by its name. */
  readonly sendTo: (proceedingId: string) => Promise<readonly string[]>
  readonly clear: () => void
}

/** The files of a form: chosen first, handed in once there is a proceeding to hand them in to. */
export function useChosenFiles(alreadyThere = 0): ChosenFiles {
  const words = useText(attachmentsText)
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const [problems, setProblems] = useState<readonly string[]>([])
  const mark = (key: string, state: ChosenFile['state']) => {
    setFiles((current) => current.map((one) => (one.key === key ? { ...one, state } : one)))
  }
  const sendOne = async ({ key, file }: ChosenFile, proceedingId: string): Promise<string | null> => {
    mark(key, { kind: 'sending', percent: 0 })
    try {
      const input = { params: { proceedingId }, file, idempotencyKey: key }
      await upload(endpoints.addAttachment, input, (percent) => {
        mark(key, { kind: 'sending', percent })
      })
      mark(key, { kind: 'sent' })
      return null
    } catch (error) {
      const sentence = sentenceOf(file.name, messageOf(error))
      mark(key, { kind: 'failed', sentence })
      return sentence
    }
  }
  return {
    files,
    problems,
    isSending: files.some(({ state }) => state.kind === 'sending'),
    add: (given) => {
      const added = addChosen(files, given, { alreadyThere, newKey, words })
      setFiles(added.chosen)
      setProblems(added.problems)
    },
    remove: (key) => {
      setFiles((current) => current.filter((one) => one.key !== key))
      setProblems([])
    },
    sendTo: async (proceedingId) => {
      const failed: string[] = []
      // One after the other: writers of a town wait for each other in any case.
      for (const one of files) {
        if (one.state.kind === 'sent') continue
        const failure = await sendOne(one, proceedingId)
        if (failure !== null) failed.push(failure)
      }
      return failed
    },
    clear: () => {
      setFiles([])
      setProblems([])
    },
  }
}

/** Many a refusal names the file itself; a lost connection does not. */
function sentenceOf(fileName: string, message: string): string {
  return message.includes(fileName) ? message : `“${fileName}”：${message}`
}
