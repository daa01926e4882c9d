import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { schemeSchema } from '../../../../domain/scheme/scheme.ts'
import { schemeEndpoints, type Workbench } from '../../../../http/contract/schemes.ts'
import { ApiError, call, messageOf } from '../../../parts/api.ts'
import { answerKey } from '../../../parts/queries.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import type { EditOutcome, WorkbenchActions } from './workbench-context.ts'

/** The cache key under which the open draft stands. */
export const openDraftKey = answerKey(schemeEndpoints.readOpenDraft, {})

type Taken =
  | { readonly workbench: Workbench; readonly failure: null }
  | { readonly workbench: null; readonly failure: string }

/**
 * Steps on the open draft. Each answers the whole draft anew, which takes the place of the old one; when somebody else
 * was quicker, the latest is loaded and the step is asked for again.
 */
export function useDraftCommands(
  workbench: Workbench,
): WorkbenchActions & { readonly undo: () => Promise<boolean> } {
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const text = useText(schemeText)
  const [isBusy, setBusy] = useState(false)
  const take = async (step: () => Promise<Workbench>): Promise<Taken> => {
    setBusy(true)
    try {
      const taken = await step()
      // An answer asked for before the step knows nothing of it, and must not take its place.
      await queryClient.cancelQueries({ queryKey: openDraftKey })
      queryClient.setQueryData(openDraftKey, { workbench: taken })
      const { method, path } = schemeEndpoints.compareSchemes
      void queryClient.invalidateQueries({ queryKey: [method, path] })
      return { workbench: taken, failure: null }
    } catch (error) {
      const isOutdated =
        error instanceof ApiError && (error.code === 'draft-changed' || error.code === 'no-open-draft')
      if (isOutdated) await queryClient.invalidateQueries({ queryKey: openDraftKey })
      return { workbench: null, failure: isOutdated ? text.changedElsewhere : messageOf(error) }
    } finally {
      setBusy(false)
    }
  }
  const said = async (step: () => Promise<Workbench>): Promise<boolean> => {
    const { failure } = await take(step)
    if (failure !== null) void message.error({ content: failure, duration: 8 })
    return failure === null
  }
  const params = { draftId: workbench.draftId }
  const { revision } = workbench
  const editOnce: (edit: Parameters<WorkbenchActions['edit']>[0]) => () => Promise<Workbench> = (edit) => () =>
    call(schemeEndpoints.editScheme, { params, body: { revision, edit } })
  return {
    isBusy,
    interpret: (interpretations, takesBack = []) =>
      said(() =>
        call(schemeEndpoints.interpretClause, {
          params,
          body: { revision, interpretations: [...interpretations], takesBack: [...takesBack] },
        }),
      ),
    edit: (edit) => said(editOnce(edit)),
    tryEdit: async (edit): Promise<EditOutcome> => {
      const taken = await take(editOnce(edit))
      return taken.workbench === null
        ? { scheme: null, failure: taken.failure }
        : { scheme: schemeSchema.parse(taken.workbench.scheme), failure: null }
    },
    undo: () => said(() => call(schemeEndpoints.undoStep, { params, body: { revision } })),
  }
}
