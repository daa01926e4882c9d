import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { schemeEndpoints, type Workbench } from '../../../../http/contract/schemes.ts'
import { ApiError, call, messageOf } from '../../../parts/api.ts'
import { answerKey } from '../../../parts/queries.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import type { WorkbenchActions } from './workbench-context.ts'

/** The cache key under which the open draft stands. */
export const openDraftKey = answerKey(schemeEndpoints.readOpenDraft, {})

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
  const take = async (step: () => Promise<Workbench>): Promise<boolean> => {
    setBusy(true)
    try {
      queryClient.setQueryData(openDraftKey, { workbench: await step() })
      return true
    } catch (error) {
      const isOutdated =
        error instanceof ApiError && (error.code === 'draft-changed' || error.code === 'no-open-draft')
      void message.error({ content: isOutdated ? text.changedElsewhere : messageOf(error), duration: 8 })
      if (isOutdated) await queryClient.invalidateQueries({ queryKey: openDraftKey })
      return false
    } finally {
      setBusy(false)
    }
  }
  const params = { draftId: workbench.draftId }
  const { revision } = workbench
  return {
    isBusy,
    interpret: (interpretations) =>
      take(() =>
        call(schemeEndpoints.interpretClause, {
          params,
          body: { revision, interpretations: [...interpretations] },
        }),
      ),
    edit: (edit) => take(() => call(schemeEndpoints.editScheme, { params, body: { revision, edit } })),
    undo: () => take(() => call(schemeEndpoints.undoStep, { params, body: { revision } })),
  }
}
