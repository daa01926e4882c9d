import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { schemeEndpoints, type SchemeVersion, type Workbench } from '../../../http/contract/schemes.ts'
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
  const versions = useAnswer(schemeEndpoints.listSchemeVersions, {})
  const [isReplacing, replace] = useState(false)
  const [adopted, setAdopted] = useState<SchemeVersion | null>(null)
  if (open.data === undefined)
    return (
      <>
        <PageHeader title={text.title} />
        {open.error === null ? (
          <LoadingState />
        ) : (
          <ErrorState error={open.error} onRetry={() => void open.refetch()} />
        )}
      </>
    )
  const { workbench } = open.data
  const taken = (next: Workbench) => {
    queryClient.setQueryData(openDraftKey, { workbench: next })
    replace(false)
  }
  if (workbench !== null && !isReplacing)
    return (
      <Draft
        key={workbench.draftId}
        workbench={workbench}
        onReplace={() => replace(true)}
        onAdopted={setAdopted}
      />
    )
  if (workbench === null && (versions.data?.versions.length ?? 0) > 0 && !isReplacing)
    return (
      <>
        <PageHeader
          title={text.title}
          subtitle={text.subtitle}
          actions={<Button onClick={() => replace(true)}>{text.intake.nextVersion}</Button>}
        />
        {adopted !== null && <Adopted version={adopted.version} />}
        <VersionList />
      </>
    )
  return (
    <>
      <PageHeader
        title={isReplacing ? text.intake.replaceHeading : text.title}
        subtitle={text.subtitle}
        actions={isReplacing && <Button onClick={() => replace(false)}>{text.intake.back}</Button>}
      />
      {workbench !== null && (
        <Alert
          type="warning"
          showIcon
          title={text.intake.replaceWarning}
          style={{ marginBottom: 14, maxWidth: 860 }}
        />
      )}
      <Intake onDone={taken} />
      {!isReplacing && <VersionList />}
    </>
  )
}

/** Said once, right after the leading group has adopted the draft, with the step that comes next. */
function Adopted({ version }: { readonly version: number }) {
  const text = useText(schemeText).adoption
  return (
    <Alert
      type="success"
      showIcon
      title={text.done(version)}
      description={
        <>
          {text.doneNext} <Link to="/people">{text.toPeople}</Link>
        </>
      }
    />
  )
}
