import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { schemeEndpoints, type Workbench } from '../../../http/contract/schemes.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { schemeText } from '../../text/scheme.ts'
import { Draft } from './draft.tsx'
import { Intake } from './intake.tsx'
import { VersionList } from './version-list.tsx'
import { openDraftKey } from './workbench/use-draft-commands.ts'

/** The open draft, or taking a regulation in; below it what was adopted before. */
export function SchemePage() {
  const text = useText(schemeText)
  const queryClient = useQueryClient()
  const open = useAnswer(schemeEndpoints.readOpenDraft, {})
  const [isReplacing, replace] = useState(false)
  if (open.data === undefined)
    return (
      <>
        <PageHeader title={text.title} />
        {open.error === null ? <LoadingState /> : <ErrorState error={open.error} onRetry={() => void open.refetch()} />}
      </>
    )
  const { workbench } = open.data
  const taken = (next: Workbench) => {
    queryClient.setQueryData(openDraftKey, { workbench: next })
    replace(false)
  }
  if (workbench !== null && !isReplacing)
    return <Draft key={workbench.draftId} workbench={workbench} onReplace={() => replace(true)} />
  return (
    <>
      <PageHeader
        title={workbench === null ? text.title : text.intake.replaceHeading}
        subtitle={text.subtitle}
        actions={workbench !== null && <Button onClick={() => replace(false)}>{text.intake.back}</Button>}
      />
      {workbench !== null && (
        <Alert type="warning" showIcon title={text.intake.replaceWarning} style={{ marginBottom: 14, maxWidth: 860 }} />
      )}
      <Intake onDone={taken} />
      <VersionList />
    </>
  )
}
